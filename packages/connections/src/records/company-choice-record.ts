/** A consent opened several companies of the ledger, and a person has not chosen yet. Its tokens lie in the vault by its id. */
export interface CompanyChoiceRecord {
  id: string
  companyId: string
  /** The connection that was to be made by the consent. */
  connectionId: string
  provider: string
  personId: string
  /** Hash of the session that gave the consent: it is chosen there too. */
  sessionHash: string
  offered: { id: string; name?: string }[]
  expiresAt: Date
}
