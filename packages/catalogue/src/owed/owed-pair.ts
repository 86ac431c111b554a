import type { CompanyScope } from '@fieldledger/workflow'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import type { LinkRecord, OwedChange } from '../records/link-record.ts'

/** A pair whose ledger has not confirmed a change of ours yet. */
export interface OwedPair {
  scope: CompanyScope
  link: LinkRecord & { owed: OwedChange }
  connection: LedgerConnection
}
