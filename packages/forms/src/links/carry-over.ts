import type { Field } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'
import type { FormType } from '../form/form-type.ts'
import type { SubmissionValues } from '../submission/values.ts'
import { type LinkedForm, remainingLines } from './order-progress.ts'

/** What a new form takes over from an order: vendor, project and customer, and the lines that remain. */
export function carryOver(
  order: { type: FormType; content: FormContent; values: SubmissionValues },
  next: { content: FormContent; linked: readonly LinkedForm[] },
): SubmissionValues {
  const values: SubmissionValues = {}
  for (const field of next.content.fields) {
    const same = order.content.fields.find((one) => catalogueOf(one) === catalogueOf(field))
    const value = same === undefined ? undefined : order.values[same.id]
    if (catalogueOf(field) !== undefined && value !== undefined) values[field.id] = value
  }
  const table = next.content.fields.find(({ kind }) => kind === 'material-table')
  if (table !== undefined)
    values[table.id] = remainingLines(order, { type: next.content.type, linked: next.linked })
  return values
}

const carried = ['vendors', 'projects', 'customers']

function catalogueOf(field: Field): string | undefined {
  if (field.kind !== 'choose' || field.source.from !== 'catalogue') return undefined
  const { catalogue } = field.source
  return carried.includes(catalogue) ? catalogue : undefined
}
