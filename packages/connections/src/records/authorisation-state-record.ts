/** A question to the provider that is under way: kept by the hash of its state alone. */
export interface AuthorisationStateRecord {
  hash: string
  companyId: string
  connectionId: string
  provider: string
  personId: string
  /** Hash of the session that began it: a callback in another browser session is refused. */
  sessionHash: string
  /** The person said beforehand that the consent may name another ledger company. */
  otherLedgerConfirmed: boolean
  expiresAt: Date
}
