import type { ImportList } from '../import/remote-row.ts'
import type { LinkableKind } from '../records/catalogue-record.ts'

/** In which of the ledger's lists the pair of a record stands. */
export const importListOf: Partial<Record<LinkableKind, ImportList>> = {
  vendor: 'vendors',
  material: 'items',
  account: 'accounts',
}
