import type { CompanyScope } from '@fieldledger/workflow'

/** A message of a ledger, kept before it is answered: the same one again is the same row. */
export interface LedgerEventRecord {
  id: string
  companyId: string
  /** See ledgerKey. */
  ledger: string
  eventId: string
  record: 'vendor' | 'item' | 'document' | 'other'
  remoteId: string
  /** Of an item: what the ledger's list says now. */
  name?: string
  active?: boolean
  /** Of a document: its version after the change. */
  revision?: string
  receivedAt: Date
  /** It could not be looked at: not before then. */
  dueAt?: Date
  state: 'received' | 'done'
}

export interface LedgerEvents {
  /** How many of them were new. */
  keep(scope: CompanyScope, events: readonly LedgerEventRecord[]): Promise<number>
  /** Of all companies, the oldest first; those that are put off are left out. */
  waiting(limit: number): Promise<LedgerEventRecord[]>
  done(scope: CompanyScope, ids: readonly string[]): Promise<void>
  putOff(scope: CompanyScope, which: { ids: readonly string[]; until: Date }): Promise<void>
}
