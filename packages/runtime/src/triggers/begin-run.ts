import type { Stamp, TimelineActor, WorkflowVersion } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { newRun } from '../runs/start-run.ts'

export type Begun = { runId: string } | { skipped: string }

/** A trigger starts a workflow with one form, inside of a transaction; or says why not. */
export async function beginRun(
  store: RuntimeStore,
  one: {
    runtime: Runtime
    workflow: WorkflowVersion | undefined
    submissionId: string
    stamp: Stamp & { actor: TimelineActor }
    given?: Readonly<Record<string, string>>
    depth?: number
  },
): Promise<Begun> {
  const { runtime, workflow, submissionId, stamp, given, depth } = one
  const submission = await store.submissions.get(submissionId)
  if (submission === undefined) return { skipped: 'The form is gone.' }
  const present = await store.runs.allActiveOf(submissionId)
  if (present.some(({ workflowId, state }) => workflowId === workflow?.workflowId && state === 'active'))
    return { skipped: 'An earlier run of this workflow is still under way with it.' }
  const run = newRun({ runtime, submission, workflow, depth })
  if (run === undefined) return { skipped: 'The workflow has no start.' }
  await store.runs.insert(given === undefined ? run : { ...run, given })
  // The run of the form's own workflow is the one that its page shows.
  if (run.workflowId === run.formId)
    await store.submissions.change({ id: submissionId, change: { runId: run.id } })
  await store.timeline.append({ submissionId, stamps: [stamp], at: runtime.clock.now() })
  return { runId: run.id }
}
