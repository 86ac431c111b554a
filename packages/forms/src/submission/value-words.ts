import { decimalFromMoney, type Money } from '@fieldledger/accounting/money'
import type { Field } from '../fields/field.ts'
import type { FieldValue, FileReference } from './values.ts'

/** A value as one line of text: choices by their names, amounts as decimals; '' when there is none. */
export function valueWords(
  field: Field,
  { value, names }: { value: FieldValue | undefined; names: ReadonlyMap<string, string> },
): string {
  if (value === undefined) return ''
  switch (field.kind) {
    case 'text':
    case 'paragraph':
    case 'number':
    case 'date':
      return value as string
    case 'money':
      return decimalFromMoney(value as Money)
    case 'yes-no':
      return value === true ? 'yes' : 'no'
    case 'choose': {
      const options = field.source.from === 'options' ? field.source.options : []
      const nameOf = (id: string) => options.find((option) => option.id === id)?.label ?? names.get(id) ?? id
      return (value as string[]).map(nameOf).join(', ')
    }
    case 'attachments':
      return (value as FileReference[]).map(({ name }) => name).join(', ')
    default:
      return ''
  }
}

/** The catalogue ids that a value names; whoever words it asks for their names first. */
export function choiceIds(field: Field, value: FieldValue | undefined): string[] {
  const named = field.kind === 'choose' && field.source.from === 'catalogue' && Array.isArray(value)
  return named ? (value as string[]) : []
}
