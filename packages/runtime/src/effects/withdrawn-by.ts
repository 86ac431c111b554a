import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/**
 * What took back the values that a request was sent with before anybody knew whether it arrived: they are not sent once
 * more. A revision that was approved is an update of them, and takes back nothing.
 */
export async function withdrawnBy(
  store: RuntimeStore,
  { submissionId, operation, target, revision }: Effect,
): Promise<'cancelled' | 'revised' | undefined> {
  if (submissionId === null || target.kind !== 'document') return undefined
  if (operation !== 'create' && operation !== 'update') return undefined
  const submission = await store.submissions.get(submissionId)
  if (submission?.status === 'cancelled') return 'cancelled'
  const isApproved = submission?.status === 'approved' || submission?.status === 'closed'
  return submission === undefined || isApproved || submission.revision === revision ? undefined : 'revised'
}
