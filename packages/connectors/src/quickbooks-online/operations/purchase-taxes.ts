import type { LedgerCompany, Operation } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { toPurchaseTaxCodes } from '../translate-tax.ts'
import { TaxCodes, TaxRates } from '../wire-tax.ts'
import { pageRequest } from './list-page.ts'

/** As `CompanyInfo.Country` has been seen to call the one country whose companies have no tax on what is bought. */
const unitedStates = ['US', 'USA']

/** The codes for purchases, and that there are such; a company in the United States is asked nothing more. */
export function* readPurchaseTaxes(company: {
  country: string | undefined
  isOn: boolean
}): Operation<Pick<LedgerCompany, 'purchaseTax' | 'taxCodes'>> {
  const { country, isOn } = company
  if (!isOn || country === undefined || unitedStates.includes(country)) return { purchaseTax: false }
  const list = (entity: 'TaxCode' | 'TaxRate') =>
    pageRequest({ step: entity === 'TaxCode' ? 'tax-codes' : 'tax-rates', entity, cursor: undefined })
  const { TaxCode: codes = [] } = (yield* exchange(list('TaxCode'), TaxCodes)).QueryResponse
  const { TaxRate: rates = [] } = (yield* exchange(list('TaxRate'), TaxRates)).QueryResponse
  return { purchaseTax: true, taxCodes: toPurchaseTaxCodes(codes, rates) }
}
