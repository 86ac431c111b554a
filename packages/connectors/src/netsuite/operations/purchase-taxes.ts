import { DocumentRejected, type LedgerCompany, type Operation } from '@fieldledger/accounting'
import { exchange, rowsOf } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { toPurchaseTaxCodes, unitedStates } from '../translate-tax.ts'
import { TaxItem, TaxItemRow } from '../wire-tax.ts'

// All columns: which of them an account's query service shows beside these is not published.
const q = "SELECT * FROM salestaxitem WHERE isinactive = 'F' ORDER BY id"

/** The tax codes in use; an account without tax on its lines has none, or does not know the list. */
export function* readPurchaseTaxes(): Operation<Pick<LedgerCompany, 'purchaseTax' | 'taxCodes'>> {
  try {
    const { rows } = yield* rowsOf('tax-codes', { q, row: TaxItemRow })
    const taxCodes = toPurchaseTaxCodes(rows)
    const [first] = taxCodes
    const isTold = rows.every(({ nexuscountry }) => typeof nexuscountry === 'string')
    if (first === undefined || (!isTold && (yield* isOfUnitedStates(first.id)))) return { purchaseTax: false }
    return { purchaseTax: true, taxCodes }
  } catch (error) {
    if (error instanceof DocumentRejected) return { purchaseTax: false }
    throw error
  }
}

/** Its codes are of sales alone, and no line of a purchase takes one. */
function* isOfUnitedStates(id: string): Operation<boolean> {
  const request = readRequest('tax-code', `salesTaxItem/${encodeURIComponent(id)}`)
  const { nexusCountry } = yield* exchange(request, TaxItem)
  return nexusCountry?.id === unitedStates
}
