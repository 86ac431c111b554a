/** What kind of hand cures it; the web shows the smallest form for each. */
export type Cure =
  | 'none'
  | 'reconnect'
  | 'link-vendor'
  | 'link-item'
  | 'choose-account'
  | 'choose-tax-code'
  | 'set-price'
  | 'change-number'
  | 'shorten-name'
  | 'edit-form'
  | 'resolve-unknown'
  /** It was removed there: sent again as a new one, or the form is cancelled here. */
  | 'send-as-new'
  /** Somebody changed it there: our version or theirs. */
  | 'choose-version'
  /** A document that no form made bears its number there: it is linked, or ours is another one. */
  | 'link-document'
  /** The order that it is made from is not there: that one is sent first. */
  | 'send-order'
  /** Two forms may be one paper: a person says why they are not. */
  | 'not-a-duplicate'
  /** What the ledger company allows was switched there: it is looked at again. */
  | 'check-connection'
  | 'retry'

export interface LedgerErrorDetail {
  /** The provider's own code and words, for the Integration Log only. */
  providerCode?: string
  providerMessage?: string
  /** The entry of the connector's error catalogue that explains it. */
  entry?: string
  field?: string
  retryAfterMs?: number
  params?: Record<string, string | number>
}

/** Base of every way in which a ledger says no. `message` is a sentence that ends in what to do. */
export abstract class LedgerError extends Error {
  abstract readonly code: string
  /** true = the same request may be sent again later without a person's hand. */
  abstract readonly retryable: boolean
  /** true = the request may have been committed: the effect becomes unknown. */
  readonly outcomeUnknown: boolean = false
  /** true = waiting costs no attempt (rate limits). */
  readonly costsNoAttempt: boolean = false
  readonly cure: Cure = 'none'
  readonly detail: LedgerErrorDetail

  constructor(message: string, detail: LedgerErrorDetail = {}) {
    super(message)
    this.name = new.target.name
    this.detail = detail
  }
}
