import { Decimal } from 'decimal.js'
import type { Json } from './json.ts'

/** Amounts arrive as numbers or as decimal strings. */
export function decimalOf(value: Json | undefined): Decimal | undefined {
  return typeof value === 'number' || typeof value === 'string' ? new Decimal(value) : undefined
}

export function toCents(value: Decimal): Decimal {
  return value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
}

export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}
