import { DocumentRejected, type LedgerCompany, type Operation } from '@fieldledger/accounting'
import { exchange, rowsOf } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { toPurchaseTaxCodes, unitedStates } from '../translate-tax.ts'
import { SubsidiaryTax, TaxItem, TaxItemRow } from '../wire-tax.ts'
import type { Subsidiary } from './subsidiary.ts'

// All columns: which of them an account's query service shows beside these is not published.
const q = "SELECT * FROM salestaxitem WHERE isinactive = 'F' ORDER BY id"

/**
 * The tax codes in use; an account without tax on its lines has none, or does not know the list. Of several
 * subsidiaries each has those of the countries in which it is registered.
 */
export function* readPurchaseTaxes(
  subsidiary: Pick<Subsidiary, 'id'> | undefined,
): Operation<Pick<LedgerCompany, 'purchaseTax' | 'taxCodes'>> {
  try {
    const { rows: all } = yield* rowsOf('tax-codes', { q, row: TaxItemRow })
    const rows = yield* ofSubsidiary(all, subsidiary)
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

function* ofSubsidiary(
  rows: TaxItemRow[],
  subsidiary: Pick<Subsidiary, 'id'> | undefined,
): Operation<TaxItemRow[]> {
  const countries = new Set(rows.map(({ nexuscountry }) => nexuscountry))
  if (subsidiary === undefined || countries.size < 2) return rows
  const request = readRequest('subsidiary', `subsidiary/${encodeURIComponent(subsidiary.id)}`)
  const { country, nexus } = yield* exchange(request, SubsidiaryTax)
  const own = new Set([country?.id, ...(nexus?.items ?? []).map((each) => each.country)])
  // Which country it is of, our role may not see: then the account is judged as a whole.
  if (country?.id === undefined) return rows
  return rows.filter(({ nexuscountry }) => typeof nexuscountry !== 'string' || own.has(nexuscountry))
}

/** Its codes are of sales alone, and no line of a purchase takes one. */
function* isOfUnitedStates(id: string): Operation<boolean> {
  const request = readRequest('tax-code', `salesTaxItem/${encodeURIComponent(id)}`)
  const { nexusCountry } = yield* exchange(request, TaxItem)
  return nexusCountry?.id === unitedStates
}
