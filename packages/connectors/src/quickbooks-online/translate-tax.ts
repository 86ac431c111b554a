import { type PurchaseTaxCode, readDecimal, sumDecimals } from '@fieldledger/accounting'
import type { TaxCode, TaxRate } from './wire-tax.ts'

/**
 * The codes in use that may stand on a purchase. One whose rates are not all known, or of which one is reckoned on
 * another, is left out: its height cannot be told, and a line of that height is held instead of taxed otherwise.
 */
export function toPurchaseTaxCodes(codes: readonly TaxCode[], rates: readonly TaxRate[]): PurchaseTaxCode[] {
  const values = new Map(rates.map(({ Id, RateValue }) => [Id, readDecimal(String(RateValue ?? ''))]))
  return codes.flatMap(({ Id, Name, Active, PurchaseTaxRateList }) => {
    const details = PurchaseTaxRateList?.TaxRateDetail ?? []
    const parts = details.flatMap(({ TaxRateRef }) => values.get(TaxRateRef.value) ?? [])
    const isPlain = details.every(({ TaxTypeApplicable = onAmount }) => TaxTypeApplicable === onAmount)
    if (Active === false || details.length === 0 || parts.length < details.length || !isPlain) return []
    const several = parts.length > 1 ? { parts } : {}
    const rateIds = details.map(({ TaxRateRef }) => TaxRateRef.value)
    return [{ id: Id, name: Name, rate: sumDecimals(parts), ...several, rateIds }]
  })
}

const onAmount = 'TaxOnAmount'
