import type { Operations, RemoteDocument } from '@fieldledger/accounting'

/** Nothing is left to cancel: it is not there, was taken out, or stands closed where closing is all that is asked. */
export function isTakenOut(
  found: RemoteDocument | null,
  how: Operations['document.cancel']['in']['how'],
): found is null | (RemoteDocument & { status: 'removed' | 'closed' }) {
  return found === null || found.status === 'removed' || (found.status === 'closed' && how === 'close')
}
