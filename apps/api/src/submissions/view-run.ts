import type { RunView } from '@fieldledger/contract'
import type { Run } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

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
  const labelled = (stepId: string, outlet: string) => {
    const step = workflow?.graph.steps[stepId]
    const outlets = runtime.steps[step?.kind ?? '']?.definition.outlets(step?.config ?? {}) ?? []
    const outletLabel = outlets.find(({ id }) => id === outlet)?.label
    return outletLabel === undefined ? {} : { outletLabel }
  }
  const left = results.map(({ stepId, visit, outcome, outlet, error, at }) => ({
    stepId,
    visit,
    ...named(stepId),
    outcome,
    ...(outlet === undefined ? {} : { outlet, ...labelled(stepId, outlet) }),
    ...(error === undefined ? {} : { message: error.message }),
    at: at.toISOString(),
  }))
  // What failed for good or has arrived stands among the results.
  const standing = run.tokens
    .filter(({ meets, error }) => meets === undefined && error === undefined)
    .map(({ stepId, visit, wakeAt, retryAt }) => {
      const next = retryAt ?? wakeAt
      return { stepId, visit, ...named(stepId), ...(next === undefined ? {} : { next: next.toISOString() }) }
    })
  return {
    id: run.id,
    submissionId: run.submissionId,
    state: run.state,
    workflowVersion: version,
    ...(run.error === undefined ? {} : { message: run.error.message }),
    steps: [...left, ...standing],
  }
}
