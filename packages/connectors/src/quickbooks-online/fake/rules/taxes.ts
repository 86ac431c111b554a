import { Decimal } from 'decimal.js'
import { decimalOf, sumOf, toCents } from '../../../fake-service/decimal.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'

/** Whatever a company outside of the United States buys, each line says by which code it is taxed. */
export function hasPurchaseTax({ settings }: Realm): boolean {
  return settings.country !== 'US'
}

/**
 * The totals of a transaction, and outside of the United States its taxes: reckoned for each rate over all its lines and
 * rounded once, onto the amounts (TaxExcluded, the usual way) or out of them (TaxInclusive).
 */
export function settleTax(body: JsonObject, { lines, realm }: Taxed): JsonObject {
  const net = sumOf(lines.flatMap((line) => decimalOf(line.Amount) ?? []))
  const { TxnTaxDetail: _sent, GlobalTaxCalculation: asked, ...rest } = body
  if (!hasPurchaseTax(realm)) return { ...rest, TotalAmt: net.toNumber() }
  const way = textOf(asked) ?? 'TaxExcluded'
  if (way === 'NotApplicable')
    return { ...rest, GlobalTaxCalculation: way, TxnTaxDetail: { TotalTax: 0 }, TotalAmt: net.toNumber() }
  const isInclusive = way === 'TaxInclusive'
  const TaxLine = taxLines(lines, { realm, isInclusive })
  const tax = sumOf(TaxLine.flatMap(({ Amount }) => decimalOf(Amount) ?? []))
  return {
    ...rest,
    GlobalTaxCalculation: way,
    TxnTaxDetail: { TotalTax: tax.toNumber(), TaxLine },
    TotalAmt: (isInclusive ? net : net.plus(tax)).toNumber(),
  }
}

interface Taxed {
  lines: readonly JsonObject[]
  realm: Realm
}

function taxLines(lines: readonly JsonObject[], of: { realm: Realm; isInclusive: boolean }): JsonObject[] {
  const taxable = new Map<string, Decimal>()
  for (const line of lines) {
    const amount = decimalOf(line.Amount) ?? new Decimal(0)
    const rates = ratesOf(line, of.realm)
    const height = sumOf(rates.map(({ percent }) => percent))
    const net = of.isInclusive ? amount.dividedBy(height.dividedBy(100).plus(1)) : amount
    for (const { id } of rates) taxable.set(id, (taxable.get(id) ?? new Decimal(0)).plus(net))
  }
  return [...taxable].map(([id, net]) => {
    const percent = percentOf(id, of.realm)
    return {
      Amount: toCents(net.times(percent).dividedBy(100)).toNumber(),
      DetailType: 'TaxLineDetail',
      TaxLineDetail: {
        TaxRateRef: { value: id },
        PercentBased: true,
        TaxPercent: percent.toNumber(),
        NetAmountTaxable: toCents(net).toNumber(),
      },
    }
  })
}

function ratesOf(line: JsonObject, realm: Realm): { id: string; percent: Decimal }[] {
  const detail = line[textOf(line.DetailType) ?? '']
  const code = isObject(detail) ? refId(detail.TaxCodeRef) : undefined
  if (code === undefined)
    throw refuse.businessRule('Make sure all your transactions have a VAT rate before you save.')
  const found = realm.find('TaxCode', code)
  if (!isObject(found?.PurchaseTaxRateList))
    throw refuse.businessRule(`The tax code ${textOf(found?.Name)} cannot be used for purchases.`)
  return listOf(found.PurchaseTaxRateList.TaxRateDetail).map(({ TaxRateRef }) => {
    const id = refId(TaxRateRef) ?? ''
    return { id, percent: percentOf(id, realm) }
  })
}

function percentOf(rateId: string, realm: Realm): Decimal {
  return decimalOf(realm.find('TaxRate', rateId)?.RateValue) ?? new Decimal(0)
}
