import type { Submission } from '@fieldledger/forms'
import {
  type CompanyScope,
  companyScope,
  type Graph,
  reachableFrom,
  type WorkflowVersion,
} from '@fieldledger/workflow'
import { foreseeParts, loadSentParts } from '../effects/foresee-parts.ts'
import type { ForeseenSend } from '../effects/foresee-send.ts'
import { NotFound, ReplayRefused } from '../errors/runtime-errors.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { UseCase } from '../use-case.ts'

export interface ReplayPlace extends UseCase {
  runId: string
  /** Default: where the run began. */
  stepId?: string | undefined
  version: 'same' | 'latest'
}

/** What a step on the way would do in a ledger. */
export type ForeseenStep = { stepId: string; stepName: string; ledger: string } & (
  | ForeseenSend
  | { does: 'no-connection' }
)

export interface ReplayPlan {
  version: number
  latestVersion: number
  stepId: string
  steps: { id: string; name: string }[]
  sends: ForeseenStep[]
}

/** What a replay from this step would do, said before anything is done. */
export async function planReplay(place: ReplayPlace): Promise<ReplayPlan> {
  const { runtime } = place
  const scope = companyScope(place.companyId)
  const store = runtime.ports.stores.of(scope)
  const run = await store.runs.get(place.runId)
  if (run === undefined) throw new NotFound('run')
  const { workflow, latestVersion } = await replayedVersion(place, { scope, run })
  const { graph } = workflow
  const stepId = startOf(place, { run, workflow })
  const [submission, connections] = await Promise.all([
    store.submissions.get(run.submissionId),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  if (submission === undefined) throw new NotFound('form')
  refuseUnapproved(runtime, { submission, graph, stepId })
  const sent = await loadSentParts(store, submission)
  const sends = [...reachableFrom(graph, stepId)].flatMap((id): ForeseenStep[] => {
    const step = graph.steps[id]
    const sending = step && runtime.steps[step.kind]?.definition.sends?.(step.config, { connections })
    if (step === undefined || sending === undefined) return []
    const { ledger, request } = sending
    const named = { stepId: id, stepName: step.name, ledger }
    if (request === undefined) return [{ ...named, does: 'no-connection' }]
    return [{ ...named, ...foreseeParts(sent, request) }]
  })
  const steps = Object.entries(graph.steps).map(([id, { name }]) => ({ id, name }))
  return { version: workflow.version, latestVersion, stepId, steps, sends }
}

export async function replayedVersion(
  { runtime, version }: ReplayPlace,
  { scope, run }: { scope: CompanyScope; run: Run },
): Promise<{ workflow: WorkflowVersion; latestVersion: number }> {
  const { workflowId } = run
  const { versions } = runtime.ports
  const latest = await versions.newestWorkflow({ scope, formId: workflowId })
  const latestVersion = latest ?? run.workflowVersion
  const wanted = version === 'latest' ? latestVersion : run.workflowVersion
  const workflow = await versions.workflow({ scope, workflowId, version: wanted })
  if (workflow === undefined) throw new NotFound('workflow')
  return { workflow, latestVersion }
}

/** Whoever may replay need not be who approves: what is not approved begins where it is asked for, or before. */
export function refuseUnapproved(
  runtime: Pick<Runtime, 'steps'>,
  replay: { submission: Submission; graph: Graph; stepId: string },
): void {
  const { submission, graph, stepId } = replay
  if (submission.status === 'approved' || submission.status === 'closed') return
  const decides = (id: string) => runtime.steps[graph.steps[id]?.kind ?? '']?.definition.decides === true
  if (!Object.keys(graph.steps).some(decides) || [...reachableFrom(graph, stepId)].some(decides)) return
  throw new ReplayRefused(
    'This form is not approved, and nothing from this step on asks for it: replay it from its approval, or from the start.',
  )
}

export function startOf(
  { runtime, stepId }: ReplayPlace,
  { run, workflow }: { run: Run; workflow: WorkflowVersion },
): string {
  const { steps } = workflow.graph
  const first = Object.keys(steps).find((id) => runtime.steps[steps[id]?.kind ?? '']?.definition.trigger)
  const start = stepId ?? first ?? run.tokens[0]?.stepId ?? ''
  if (steps[start] === undefined)
    throw new ReplayRefused(
      'This step is not in that version of the workflow: choose another step or version.',
    )
  return start
}
