import { Decimal } from 'decimal.js'
import { decimalOf, sumOf, toCents } from '../../../fake-service/decimal.ts'
import type { JsonObject } from '../../../fake-service/json.ts'

/** Sums over lines that are each rounded to two places already. */
export function totalsOf(
  lines: JsonObject[],
  amountsAre: string,
): { SubTotal: number; TotalTax: number; Total: number } {
  const column = (name: string) => sumOf(lines.map((line) => decimalOf(line[name]) ?? new Decimal(0)))
  const tax = toCents(column('TaxAmount'))
  const amounts = toCents(column('LineAmount'))
  const subTotal = amountsAre === 'Inclusive' ? amounts.minus(tax) : amounts
  return { SubTotal: subTotal.toNumber(), TotalTax: tax.toNumber(), Total: subTotal.plus(tax).toNumber() }
}
