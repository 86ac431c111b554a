import type { Stamp, TimelineActor, WorkflowVersion } from '@fieldledger/workflow'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { endRun } from '../runs/end-run.ts'
import { runBefore } from '../runs/run-before.ts'
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
  const run = newRun({ runtime, submission, workflow, depth })
  if (run === undefined) return { skipped: 'The workflow has no start.' }
  const before = await runBefore(store, run)
  if (before !== undefined) return { skipped: before.why }
  if (given === undefined) await supersede(store, run)
  await store.runs.insert(given === undefined ? run : { ...run, given })
  // The run of the form's own workflow is the one that its page shows.
  if (run.workflowId === run.formId)
    await store.submissions.change({ id: submissionId, change: { runId: run.id } })
  await store.timeline.append({ submissionId, stamps: [stamp], at: runtime.clock.now() })
  return { runId: run.id }
}

/**
 * The same work begun anew: what stood still with it is over, so that it stands once under Needs attention. A run that a
 * message started is work of its own, whose values no other run carries.
 */
async function supersede(store: RuntimeStore, { submissionId, workflowId }: Run): Promise<void> {
  for (const run of await store.runs.allActiveOf(submissionId))
    if (run.workflowId === workflowId && run.given === undefined)
      await endRun(store, { run, from: ['needs-attention'] })
}
