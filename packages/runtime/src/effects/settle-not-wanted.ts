import type { Submission } from '@fieldledger/forms'
import { closeTasks } from './close-tasks.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { freshAttemptGroup } from './plan-send.ts'
import { isNotWanted } from './withdrawn-by.ts'

/**
 * What waited, for a cure or its connection, while its form was rejected or sent back does not leave: it goes with the
 * values that are approved next. true = it is parked.
 */
export async function settleNotWanted(
  work: EffectWork,
  submission: Pick<Submission, 'status'> | undefined,
): Promise<boolean> {
  const { effect } = work
  if (submission === undefined || !isNotWanted(submission)) return false
  await settle(work, {
    change: { ...freshAttemptGroup(effect), waitingFor: 'revision', due: 'never' },
    hints: [{ topic: 'tasks' }, { topic: 'attention' }],
    // Who waits for what was sent back goes on waiting: it comes back.
    wakeRun: submission.status === 'rejected',
    also: (store) => closeTasks(store, { effect }),
  })
  return true
}
