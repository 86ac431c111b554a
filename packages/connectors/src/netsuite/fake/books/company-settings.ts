/** What a control request may switch for one company; kept in its books. */
export interface CompanySettings {
  /** The accounting periods that end on this day or before are closed: their transactions can no longer be made or changed. */
  closedThrough: string | null
  /** With several subsidiaries a vendor and an item must name theirs. */
  oneWorld: boolean
  /** Without it the ledger numbers transactions itself, whatever is sent. */
  allowNumberOverride: boolean
  /** Without it only what has been received can be billed. */
  billInAdvance: boolean
  allowOverReceipt: boolean
  allowOverBilling: boolean
  /** How long an asynchronous job is pending. */
  asyncSeconds: number
  /** A query tells no more rows than these, on all its pages together. */
  mostQueryRows: number
  /** Tax on what is bought, with a code on every line; once it is on, it stays on. */
  tax: boolean
}

export const defaultCompanySettings: CompanySettings = {
  closedThrough: null,
  oneWorld: true,
  allowNumberOverride: true,
  billInAdvance: true,
  allowOverReceipt: false,
  allowOverBilling: false,
  asyncSeconds: 0,
  mostQueryRows: 100_000,
  tax: false,
}
