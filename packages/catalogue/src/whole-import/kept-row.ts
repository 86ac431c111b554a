import type { ImportList } from '../import/remote-row.ts'
import { type NamedByItems, toRemoteRow } from '../import/to-remote-row.ts'
import type { LedgerRow } from '../ledger/read-ledger-list.ts'
import type { ReadRow, WholeImport } from '../ports/whole-imports.ts'

const nothingNamed: NamedByItems = { accounts: new Map(), vendors: new Map() }

/** What no purchase can be made of is offered to nobody by itself; it may be paired already, which Sync Items looks at. */
export function keptRow(wish: WholeImport['wish'], of: { list: ImportList; row: LedgerRow }): ReadRow[] {
  const { remote, name, active, notBought } = toRemoteRow(of.list, { found: of.row, named: nothingNamed })
  const isLeftOut = notBought === true && wish !== 'sync-items'
  return isLeftOut ? [] : [{ remoteId: remote.id, name, active, row: of.row }]
}
