import type { FormContent, MaterialRow, SubmissionValues } from '@fieldledger/forms'
import type { ListedId } from '../ports/lookups.ts'

export interface UsedId extends ListedId {
  fieldId: string
  path: string
  label: string
}

const columns = [
  ['materialId', 'materials'],
  ['costCodeId', 'cost-codes'],
  ['accountId', 'accounts'],
  ['vendorId', 'vendors'],
] as const

/** Every catalogue id that the values name, with its place. People are no catalogue records. */
export function catalogueIds(content: FormContent, values: SubmissionValues): UsedId[] {
  return content.fields.flatMap((field): UsedId[] => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined
    if (!Array.isArray(value)) return []
    const at = { fieldId: field.id, label: field.label }
    if (field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue !== 'people') {
      const list = field.source.catalogue
      return (value as string[]).map((id) => ({ ...at, id, list, path: field.id }))
    }
    if (field.kind === 'material-table')
      return (value as MaterialRow[]).flatMap((row, position) =>
        columns.flatMap(([column, list]) => {
          const id = row[column]
          return id === undefined ? [] : [{ ...at, id, list, path: `${field.id}/${position}/${column}` }]
        }),
      )
    return []
  })
}
