import type { Field } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'
import type { FieldValue, MaterialRow, SubmissionValues } from '../submission/values.ts'
import { type LineChange, lineChanges } from './line-changes.ts'
import { sameValue } from './same-value.ts'

/** One field that stands otherwise than before. A material table says which of its lines; none = only their order. */
export interface FieldChange {
  fieldId: string
  before?: FieldValue
  after?: FieldValue
  lines?: LineChange[]
}

/** What differs between two revisions of one form version, field by field, in the order of the form. */
export function changesBetween(
  content: FormContent,
  values: { before: SubmissionValues; after: SubmissionValues },
): FieldChange[] {
  return content.fields.flatMap((field) => {
    const before = filledIn(field, values.before)
    const after = filledIn(field, values.after)
    return sameValue(before, after) ? [] : [changeOf(field, { before, after })]
  })
}

function changeOf(
  field: Field,
  { before, after }: { before: FieldValue | undefined; after: FieldValue | undefined },
): FieldChange {
  if (field.kind === 'material-table')
    return { fieldId: field.id, lines: lineChanges({ before: rowsOf(before), after: rowsOf(after) }) }
  return {
    fieldId: field.id,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

function filledIn({ id }: Field, values: SubmissionValues): FieldValue | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined
}

function rowsOf(value: FieldValue | undefined): readonly MaterialRow[] {
  return Array.isArray(value) ? (value as MaterialRow[]) : []
}
