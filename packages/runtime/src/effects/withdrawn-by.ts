import type { Submission } from '@fieldledger/forms'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/**
 * What took back the values that a request was sent with before anybody knew whether it arrived: they are not sent once
 * more. A revision that was approved is an update of them, and takes back nothing.
 */
export async function withdrawnBy(
  store: RuntimeStore,
  { submissionId, operation, target, revision }: Effect,
): Promise<'cancelled' | 'not-approved' | undefined> {
  if (submissionId === null || target.kind !== 'document') return undefined
  if (operation !== 'create' && operation !== 'update') return undefined
  const submission = await store.submissions.get(submissionId)
  if (submission === undefined) return undefined
  if (submission.status === 'cancelled') return 'cancelled'
  const isTakenBack = isNotWanted(submission) || submission.revision !== revision
  return isTakenBack && !isApproved(submission) ? 'not-approved' : undefined
}

/** What has not left waits for the values that are approved next (S0-06). */
export function isNotWanted({ status }: Pick<Submission, 'status'>): boolean {
  return status === 'rejected' || status === 'in-revision'
}

function isApproved({ status }: Submission): boolean {
  return status === 'approved' || status === 'closed'
}
