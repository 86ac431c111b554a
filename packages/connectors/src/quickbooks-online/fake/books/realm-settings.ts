import type { Country } from '../seed/tax-codes.ts'

/** What a control request may switch for one company; kept in its books. */
export interface RealmSettings {
  warnDuplicatePurchaseOrderNumber: boolean
  checkLineAmounts: boolean
  /** How long a request id is remembered; null = for ever. */
  replaySeconds: number | null
  subscriptionEnded: boolean
  /** The closing date of the books: what posts on this day or before can no longer be made or changed. */
  bookCloseDate: string | null
  /** Once it is on, it stays on. */
  multiCurrency: boolean
  /** Elsewhere than in the United States there is tax on what is bought; a company never moves back. */
  country: Country
}

export const defaultRealmSettings: RealmSettings = {
  warnDuplicatePurchaseOrderNumber: true,
  checkLineAmounts: true,
  replaySeconds: null,
  subscriptionEnded: false,
  bookCloseDate: null,
  multiCurrency: false,
  country: 'US',
}
