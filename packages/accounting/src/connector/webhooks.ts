/** One thing that happened in a ledger, as thin as it is told: who and what, never the content. */
export interface LedgerEvent {
  /** The same for every repetition of it. */
  id: string
  /** The ledger's id of the company (QuickBooks realm). */
  ledgerCompanyId: string
  /** other = its feed says what it was about. */
  record: 'vendor' | 'document' | 'other'
  remoteId: string
}

export interface LedgerMessage {
  /** Lower case. */
  header(name: string): string | undefined
  /** As it came: the signature is over its bytes. */
  body: Uint8Array
  secret: string
}

/** How a ledger tells what happened in it. */
export interface Webhooks {
  /** undefined = it is not signed with this secret. What cannot be read in a signed message is passed over. */
  read(message: LedgerMessage): LedgerEvent[] | undefined
}
