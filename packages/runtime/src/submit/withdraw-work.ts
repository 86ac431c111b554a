import type { RuntimeStore } from '../ports/store.ts'
import { leaveTurn } from '../runs/take-turn.ts'
import { unfinished } from '../runs/unfinished.ts'
import { withdrawVendorTasks } from '../vendors/close-vendor-tasks.ts'
import { type Withdrawn, withdrawEffects } from './withdraw-effects.ts'

/** A revision or a cancel: the runs and their tasks stop, and nothing that has not left yet may leave as it is. */
export async function withdrawWork(store: RuntimeStore, what: Withdrawn): Promise<void> {
  const { submission, why } = what
  for (const run of await store.runs.allActiveOf(submission.id)) {
    await store.runs.move({ id: run.id, from: unfinished, to: 'stopped' })
    await leaveTurn(store, { runId: run.id })
  }
  await store.tasks.cancelOpen({ submissionId: submission.id, kinds: ['approval', 'edit-form'] })
  if (why === 'cancelled')
    await withdrawVendorTasks(store, { submissionId: submission.id, values: undefined })
  await withdrawEffects(store, what)
}
