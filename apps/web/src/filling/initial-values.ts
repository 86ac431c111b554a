import type { Field, FormContent } from '@fieldledger/forms'
import { DateTime } from 'luxon'
import { newRow } from './materials/new-row.ts'

/** What stands in a fresh form: the defaults, and one empty line in each required material table. */
export function initialValues(content: FormContent, timeZone: string): Record<string, unknown> {
  const filled = content.fields.flatMap((field) => {
    const value = defaultOf(field, timeZone)
    return value === undefined ? [] : [[field.id, value] as const]
  })
  return Object.fromEntries(filled)
}

function defaultOf(field: Field, timeZone: string): unknown {
  switch (field.kind) {
    case 'date':
      return field.defaultInDays === undefined
        ? undefined
        : (DateTime.now().setZone(timeZone).plus({ days: field.defaultInDays }).toISODate() ?? undefined)
    case 'material-table':
      return field.required ? [newRow()] : undefined
    case 'section':
    case 'attachments':
      return undefined
    default:
      return field.default
  }
}
