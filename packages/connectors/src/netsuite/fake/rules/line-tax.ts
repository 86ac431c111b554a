import { Decimal } from 'decimal.js'
import { decimalOf, sumOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'

/** What a line is taxed: its own code, or the vendor's. Tax is rounded on each line. */
export function withTax(
  line: JsonObject,
  { company, vendor }: { company: Company; vendor: JsonObject },
): JsonObject {
  const { taxCode, taxRate1: _rate, tax1Amt: _tax, grossAmt: _gross, ...untaxed } = line
  if (!company.settings.tax) return untaxed
  const code = [taxCode, vendor.taxItem].find(isObject)
  if (code === undefined) throw refuse.missing(['Tax Code'])
  const rate = decimalOf(company.findRecord('salesTaxItem', idOf(code))?.rate) ?? new Decimal(0)
  const amount = decimalOf(line.amount) ?? new Decimal(0)
  const tax = toCents(amount.times(rate).dividedBy(100))
  return {
    ...untaxed,
    taxCode: { id: idOf(code) },
    taxRate1: rate.toNumber(),
    tax1Amt: tax.toNumber(),
    grossAmt: amount.plus(tax).toNumber(),
  }
}

/** Net, tax, and both together. */
export function totalsOf(lines: readonly JsonObject[]): { net: number; tax: number; gross: number } {
  const summed = (name: string) => toCents(sumOf(lines.flatMap((line) => decimalOf(line[name]) ?? [])))
  const [net, tax] = [summed('amount'), summed('tax1Amt')]
  return { net: net.toNumber(), tax: tax.toNumber(), gross: net.plus(tax).toNumber() }
}
