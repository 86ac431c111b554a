import { currencyDecimals, decimalsOf, moneyFromDecimal, readDecimal } from '@fieldledger/accounting'
import { type Field, type FieldValue, limits } from '@fieldledger/forms'
import { DateTime } from 'luxon'

/** A typed text as a value of this field, or undefined when it is none. */
export function constantValue(
  field: Field,
  { text, currency }: { text: string; currency: string },
): FieldValue | undefined {
  switch (field.kind) {
    case 'text':
      return text.length <= limits.text && !text.includes('\n') ? text : undefined
    case 'paragraph':
      return text.length <= limits.paragraph ? text : undefined
    case 'number': {
      const decimal = readDecimal(text)
      return decimal !== undefined && decimalsOf(decimal) <= limits.quantityDecimals ? decimal : undefined
    }
    case 'money': {
      const decimal = readDecimal(text)
      return decimal !== undefined && decimalsOf(decimal) <= currencyDecimals(currency)
        ? moneyFromDecimal(decimal, currency)
        : undefined
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid ? text : undefined
    case 'yes-no':
      return text === 'yes' || text === 'no' ? text === 'yes' : undefined
    case 'choose': {
      const known = field.source.from === 'options' && field.source.options.some(({ id }) => id === text)
      return known ? [text] : undefined
    }
    default:
      return undefined
  }
}
