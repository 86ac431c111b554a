import type { OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { OneCompanyInfo, OnePreferences } from '../wire.ts'
import { planOf } from './plan-of.ts'
import { readPurchaseTaxes } from './purchase-taxes.ts'

/** Who is connected, in which currency, what its plan takes, and since when the books are open. */
export const checkConnection: OperationPlan<'connect.check'> = function* (_input, context) {
  const id = context.companyId
  const company = yield* exchange(readRequest('company', 'companyinfo/{company}'), OneCompanyInfo)
  const { Preferences } = yield* exchange(readRequest('preferences', 'preferences'), OnePreferences)
  const home = Preferences.CurrencyPrefs?.HomeCurrency?.value ?? context.currency
  const several = Preferences.CurrencyPrefs?.MultiCurrencyEnabled
  const taxes = yield* readPurchaseTaxes({
    country: company.CompanyInfo.Country,
    isOn: Preferences.TaxPrefs?.UsingSalesTax === true,
  })
  const closedThrough = Preferences.AccountingInfoPrefs?.BookCloseDate
  return {
    id,
    name: company.CompanyInfo.CompanyName,
    currency: home,
    ...(closedThrough ? { closedThrough } : {}),
    ...(several === false ? { currencies: [home] } : {}),
    ...taxes,
    ...planOf(company.CompanyInfo, Preferences),
  }
}
