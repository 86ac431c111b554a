import type { RemoteReference } from '@fieldledger/accounting'

/** Has the ledger written the record since we saw it? One without revisions may have. */
export function hasMoved(seen: RemoteReference, now: RemoteReference): boolean {
  return seen.revision === undefined || seen.revision !== now.revision
}
