import type { Money } from '@fieldledger/accounting'
import { type Field, type PrintedForm, valueWords, visibleFields } from '@fieldledger/forms'
import { dateWords, decimalWords, moneyWords } from './words.ts'

export interface PrintedField {
  label: string
  text: string
  /** Over the whole width of the paper. */
  wide: boolean
}

/** What was filled in beside the vendor and the lines, in the form's own order. */
export function headerFields({ content, submission, names, company }: PrintedForm): PrintedField[] {
  const { values } = submission
  return visibleFields(content.fields, values).flatMap((field): PrintedField[] => {
    if (field.kind === 'section' || field.kind === 'material-table' || isVendor(field)) return []
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined
    if (value === undefined) return []
    const text = wordsOf(field, { words: valueWords(field, { value, names }), zone: company.timeZone, value })
    return text === '' ? [] : [{ label: field.label, text, wide: field.kind === 'paragraph' }]
  })
}

function wordsOf(field: Field, given: { words: string; zone: string; value: unknown }): string {
  if (field.kind === 'money') return moneyWords(given.value as Money)
  if (field.kind === 'date') return dateWords(given.words, given.zone)
  if (field.kind === 'number') return decimalWords(given.words)
  return given.words
}

function isVendor(field: Field): boolean {
  return field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'vendors'
}
