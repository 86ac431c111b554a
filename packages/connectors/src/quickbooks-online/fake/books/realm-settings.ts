import type { Country } from '../seed/tax-codes.ts'

/** Purchase orders come with Plus and Advanced. */
export type Plan = 'Simple Start' | 'Essentials' | 'Plus' | 'Advanced'

/** What a control request may switch for one company; kept in its books. */
export interface RealmSettings {
  warnDuplicatePurchaseOrderNumber: boolean
  checkLineAmounts: boolean
  /** How long a request id is remembered; null = for ever. */
  replaySeconds: number | null
  subscriptionEnded: boolean
  plan: Plan
  /** What is refused is refused with 200 and a Fault in the body. */
  refusesWith200: boolean
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
  plan: 'Plus',
  refusesWith200: false,
  bookCloseDate: null,
  multiCurrency: false,
  country: 'US',
}
