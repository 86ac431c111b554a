import { Decimal } from 'decimal.js'
import { Type } from 'typebox'

/** A canonical decimal string: at most 6 decimals, no exponent, no leading zeros, no trailing zeros. */
export const DecimalText = Type.String({ pattern: '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{0,5}[1-9])?$' })
export type DecimalText = Type.Static<typeof DecimalText>

const plainNumber = /^-?[0-9]{1,15}(\.[0-9]{1,20})?$/

/** Commas between thousands alone: "12,50" is twelve and a half to one, and was 1250 to another. */
const grouped = /^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$/

/** What a person typed ("1,250.50 ", ".5", "2.") as a canonical decimal, or undefined when it is no number. */
export function readDecimal(typed: string): DecimalText | undefined {
  const trimmed = typed.trim()
  const plain = (grouped.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed)
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
  return plainNumber.test(plain) ? new Decimal(plain).toFixed() : undefined
}

export function decimalsOf(value: DecimalText): number {
  return new Decimal(value).decimalPlaces()
}
