import type { LedgerList } from '../ledger/read-ledger-list.ts'
import type { LinkableKind } from '../records/catalogue-record.ts'

/** In which of the ledger's lists the pair of a record stands. */
export const remoteListOf: Partial<Record<LinkableKind, LedgerList>> = {
  vendor: 'vendor.list',
  material: 'item.list',
  account: 'account.list',
}
