import type { LedgerCompany } from '@fieldledger/accounting'
import type { CompanyInfo, Preferences } from '../wire.ts'

/** Purchase orders need Plus or Advanced (reference, domain.md). */
const plansWithoutOrders = /simple start|essentials|easystart|self.?employed|ledger/i

const endings = /cancel|expire|suspend|unpaid|(?<![a-z])ended/i

/**
 * What the company's plan takes (G-23). Reading goes on in every plan, and after a subscription has ended: so both are
 * read from what the service says about the company, since no read would ever be refused.
 */
export function planOf(
  { NameValue = [] }: CompanyInfo,
  { VendorAndPurchasesPrefs }: Preferences,
): Pick<LedgerCompany, 'documents' | 'subscriptionEnded'> {
  const said = (name: string) => NameValue.find((each) => each.Name === name)?.Value ?? ''
  const orders =
    VendorAndPurchasesPrefs?.UsePurchaseOrder !== false && !plansWithoutOrders.test(said('OfferingSku'))
  return {
    documents: { 'purchase-order': orders, 'service-order': orders, bill: true },
    ...(endings.test(said('SubscriptionStatus')) ? { subscriptionEnded: true } : {}),
  }
}
