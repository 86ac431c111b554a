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
  state: 'received' | 'done'
}

export interface LedgerEvents {
  /** How many of them were new. */
  keep(scope: CompanyScope, events: readonly LedgerEventRecord[]): Promise<number>
  /** Of all companies, the oldest first. */
  waiting(limit: number): Promise<LedgerEventRecord[]>
  done(scope: CompanyScope, ids: readonly string[]): Promise<void>
}
