import { type PurchaseTaxCode, readDecimal } from '@fieldledger/accounting'
import { cellText } from './row.ts'
import type { TaxItemRow } from './wire-tax.ts'

export const unitedStates = 'US'

/** A code without a rate is left out: a line of that height is held instead of taxed otherwise. */
export function toPurchaseTaxCodes(rows: readonly TaxItemRow[]): PurchaseTaxCode[] {
  return rows.flatMap(({ id, itemid, rate, available, nexuscountry }) => {
    // As the pages show it, or as a number.
    const height = readDecimal((cellText(rate) ?? '').replace('%', ''))
    const isOfSales = available === 'SALE' || nexuscountry === unitedStates
    return height === undefined || isOfSales
      ? []
      : [{ id: String(id), name: cellText(itemid) ?? String(id), rate: height }]
  })
}
