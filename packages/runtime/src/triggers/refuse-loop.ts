import type { WorkflowVersion } from '@fieldledger/workflow'
import type { EventStart } from '../ports/event-start-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { newRun } from '../runs/start-run.ts'

/** A run by an event, that its own doing caused, and so on: longer chains are taken for a circle. */
export const mostInARow = 5

/** The run is there and stands still under Needs attention, with the sentence that names it; a person may stop it. */
export async function refuseLoop(
  store: RuntimeStore,
  loop: {
    runtime: Runtime
    start: EventStart
    workflow: WorkflowVersion | undefined
    name: string
    depth: number
  },
): Promise<void> {
  const { runtime, start, workflow, name, depth } = loop
  const { submissionId } = start
  const message = `The workflow "${name}" was about to start once more by its own doing: ${mostInARow} runs in a row caused each other, so this one stands still. Change the event that starts it, or what its steps do, then stop this run.`
  const submission = await store.submissions.get(submissionId)
  const run = submission === undefined ? undefined : newRun({ runtime, submission, workflow, depth })
  if (run === undefined) return
  const error = { code: 'event-loop', message, retryable: false }
  await store.runs.insert({ ...run, state: 'needs-attention', error })
  await store.timeline.append({
    submissionId,
    stamps: [
      {
        code: 'event-refused',
        params: { message },
        actor: { kind: 'system' },
        once: `${start.id}:refused`,
      },
    ],
    at: runtime.clock.now(),
  })
  await store.outbox.post({ work: false, hints: [{ topic: 'attention' }] })
}
