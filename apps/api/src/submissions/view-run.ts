import type { Run } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { Type } from 'typebox'
import type { Services } from '../services.ts'

const text = Type.Optional(Type.String())

/** GET /runs/:id */
export const RunView = Type.Object({
  id: Type.String(),
  submissionId: Type.String(),
  state: Type.String(),
  workflowVersion: Type.Integer(),
  message: text,
  steps: Type.Array(
    Type.Object({
      stepId: Type.String(),
      visit: Type.Integer(),
      kind: text,
      name: text,
      outcome: text,
      outlet: text,
      message: text,
      at: text,
    }),
  ),
})
export type RunView = Type.Static<typeof RunView>

/** Every step that the run left or waits in, in the order of time. */
export async function viewRun(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, run }: { scope: CompanyScope; run: Run },
): Promise<RunView> {
  const { workflowId, workflowVersion: version } = run
  const [results, workflow] = await Promise.all([
    runtime.ports.stores.of(scope).runs.results(run.id),
    runtime.ports.versions.workflow({ scope, workflowId, version }),
  ])
  const named = (stepId: string) => {
    const step = workflow?.graph.steps[stepId]
    return step === undefined ? {} : { kind: step.kind, name: step.name }
  }
  const left = results.map(({ stepId, visit, outcome, outlet, error, at }) => ({
    stepId,
    visit,
    ...named(stepId),
    outcome,
    ...(outlet === undefined ? {} : { outlet }),
    ...(error === undefined ? {} : { message: error.message }),
    at: at.toISOString(),
  }))
  const shown = new Set(left.map(({ stepId, visit }) => `${stepId}:${visit}`))
  const standing = run.tokens
    .filter(({ stepId, visit }) => !shown.has(`${stepId}:${visit}`))
    .map(({ stepId, visit }) => ({ stepId, visit, ...named(stepId) }))
  return {
    id: run.id,
    submissionId: run.submissionId,
    state: run.state,
    workflowVersion: version,
    ...(run.error === undefined ? {} : { message: run.error.message }),
    steps: [...left, ...standing],
  }
}
