import type { Run, RunState } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

type Walker = Pick<Run, 'submissionId' | 'workflowId'>

const why: Partial<Record<RunState, string>> = {
  active: 'An earlier run of this workflow is still under way with it.',
  paused: 'An earlier run of this workflow is paused: resume or stop that one, then start it again.',
}

/** The run of the same workflow that this form has to be through with first: under way, or held by a person. */
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
