import type { ChooseField, FormContent } from '@fieldledger/forms'

/** The fields that name people of the company. */
export function peopleFields({ fields }: FormContent): ChooseField[] {
  return fields.filter(
    (field): field is ChooseField =>
      field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'people',
  )
}
