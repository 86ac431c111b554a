import { Decimal as Rounded } from 'decimal.js'
import { currencyDecimals } from './currency-decimals.ts'
import type { DecimalText } from './decimal-text.ts'
import type { Money } from './money.ts'

/** Two decimal texts have 42 digits at most: their product is rounded once, to the minor unit, and never before. */
const Decimal = Rounded.clone({ precision: 50 })

/** round(quantity × unit price) to the currency's minor unit, half away from zero (DESIGN §5). */
export function lineAmount(line: { quantity: DecimalText; unitPrice: DecimalText; currency: string }): Money {
  return toMoney(new Decimal(line.quantity).times(line.unitPrice), line.currency)
}

/** `percent` of an amount, e.g. tax of 8.25 %, half away from zero. */
export function percentOf(amount: Money, percent: DecimalText): Money {
  const minor = new Decimal(amount.minor)
    .times(percent)
    .dividedBy(100)
    .toDecimalPlaces(0, Rounded.ROUND_HALF_UP)
  return { minor: minor.toNumber(), currency: amount.currency }
}

/** Exact on the way, too: what is added up may be larger than a number holds, and its parts taken off again. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return { minor: Number(amounts.reduce((sum, { minor }) => sum + BigInt(minor), 0n)), currency }
}

export function sumDecimals(values: readonly DecimalText[]): DecimalText {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed()
}

/** With at most so many decimals, half away from zero. */
export function roundedDecimal(value: DecimalText, decimals: number): DecimalText {
  return new Decimal(value).toDecimalPlaces(decimals, Rounded.ROUND_HALF_UP).toFixed()
}

/** Can it be stored and sent to the cent? */
export function isExact({ minor }: Money): boolean {
  return Number.isSafeInteger(minor)
}

export function largestMoney(currency: string): Money {
  return { minor: Number.MAX_SAFE_INTEGER, currency }
}

export function sameMoney(left: Money, right: Money): boolean {
  return left.minor === right.minor && left.currency === right.currency
}

export function moneyFromDecimal(value: DecimalText, currency: string): Money {
  return toMoney(new Decimal(value), currency)
}

/** The amount as a plain decimal with the currency's decimals: { minor: 1250, USD } is "12.50". */
export function decimalFromMoney(amount: Money): string {
  const decimals = currencyDecimals(amount.currency)
  return new Decimal(amount.minor).dividedBy(new Decimal(10).pow(decimals)).toFixed(decimals)
}

/** `12.50 USD`, for the sentences of problems and differences. */
export function inFigures(amount: Money): string {
  return `${decimalFromMoney(amount)} ${amount.currency}`
}

/** The amount as a unit price: { minor: 1250, USD } is "12.5". */
export function priceFromMoney(amount: Money): DecimalText {
  return new Decimal(decimalFromMoney(amount)).toFixed()
}

/** The unit price of which so many come to the amount, with at most so many decimals; quantity is not zero. */
export function unitPriceOf(amount: Money, per: { quantity: DecimalText; decimals: number }): DecimalText {
  return new Decimal(decimalFromMoney(amount))
    .dividedBy(per.quantity)
    .toDecimalPlaces(per.decimals, Rounded.ROUND_HALF_UP)
    .toFixed()
}

// Decimal's ROUND_HALF_UP rounds halves away from zero.
function toMoney(value: Rounded, currency: string): Money {
  const scale = new Decimal(10).pow(currencyDecimals(currency))
  return { minor: value.times(scale).toDecimalPlaces(0, Rounded.ROUND_HALF_UP).toNumber(), currency }
}
