import type { ChooseField, FormContent, Submission } from '@fieldledger/forms'

/** The fields that name people of the company. */
export function peopleFields({ fields }: FormContent): ChooseField[] {
  return fields.filter(
    (field): field is ChooseField =>
      field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'people',
  )
}

/** Whom the submission names in this field. */
export function peopleNamedIn({ values }: Pick<Submission, 'values'>, field: string): string[] {
  const value = Object.hasOwn(values, field) ? values[field] : undefined
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}
