import type { OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { OneCompanyInfo, OnePreferences } from '../wire.ts'

/** Who is connected, in which currency, and whether its plan has purchase orders. */
export const checkConnection: OperationPlan<'connect.check'> = function* (_input, context) {
  const id = context.companyId
  const company = yield* exchange(readRequest('company', 'companyinfo/{company}'), OneCompanyInfo)
  const { Preferences } = yield* exchange(readRequest('preferences', 'preferences'), OnePreferences)
  const orders = Preferences.VendorAndPurchasesPrefs?.UsePurchaseOrder !== false
  return {
    id,
    name: company.CompanyInfo.CompanyName,
    currency: Preferences.CurrencyPrefs?.HomeCurrency?.value ?? context.currency,
    documents: { 'purchase-order': orders, 'service-order': orders, bill: true },
  }
}
