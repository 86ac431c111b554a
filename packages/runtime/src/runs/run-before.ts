import type { Run, RunState } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

type Walker = Pick<Run, 'submissionId' | 'workflowId'>

const why: Partial<Record<RunState, string>> = {
  active: 'An earlier run of this workflow is still under way with it.',
  quarantined:
    'An earlier run of this workflow was set aside: try it again under Needs attention, or stop it, then start this one.',
  paused: 'An earlier run of this workflow is paused: resume or stop that one, then start it again.',
}

/** The run of the same workflow that this form has to be through with first: under way, held by a person, or set aside for one. */
export async function runBefore(
  store: RuntimeStore,
  { submissionId, workflowId }: Walker,
): Promise<{ run: Run; why: string } | undefined> {
  for (const run of await store.runs.allActiveOf(submissionId)) {
    const reason = why[run.state]
    if (run.workflowId === workflowId && reason !== undefined) return { run, why: reason }
  }
  return undefined
}
