import type { FormContent, MaterialRow, SubmissionValues } from '@fieldledger/forms'

export interface UsedId {
  id: string
  fieldId: string
  path: string
  label: string
}

/** Every catalogue id that the values name, with its place. People are no catalogue records. */
export function catalogueIds(content: FormContent, values: SubmissionValues): UsedId[] {
  return content.fields.flatMap((field): UsedId[] => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined
    if (!Array.isArray(value)) return []
    const at = { fieldId: field.id, label: field.label }
    if (field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue !== 'people')
      return (value as string[]).map((id) => ({ ...at, id, path: field.id }))
    if (field.kind === 'material-table')
      return (value as MaterialRow[]).flatMap((row, position) =>
        (['materialId', 'costCodeId', 'accountId'] as const).flatMap((column) => {
          const id = row[column]
          return id === undefined ? [] : [{ ...at, id, path: `${field.id}/${position}/${column}` }]
        }),
      )
    return []
  })
}
