import type { ChooseField, Field } from '../fields/field.ts'
import { visibleFields } from '../fields/visible-fields.ts'
import type { FormContent } from '../form/form.ts'
import { vendorsOfRows } from '../links/vendors-of-rows.ts'
import type { ValidateValues } from '../schema/create-form-validator.ts'
import type { FieldError } from './field-error.ts'
import { fieldErrors } from './field-errors.ts'
import { shapeErrors } from './shape-errors.ts'
import type { SubmissionTotals } from './submission.ts'
import { rowAmount, submissionTotals } from './totals.ts'
import type { MaterialRow, SubmissionValues } from './values.ts'

export interface ReadSubmission {
  values: SubmissionValues
  totals: SubmissionTotals
  vendorId?: string
  projectId?: string
}

/**
 * Values as they came from a browser → a submission's values and totals, or every error beside its field. The browser
 * and the server both call this; `validate` is the form version's own ajv validator. Hidden fields are left out.
 */
export function readSubmission(input: {
  content: FormContent
  values: unknown
  currency: string
  validate: ValidateValues
}): ReadSubmission | { errors: FieldError[] } {
  const { content, currency } = input
  const misshapen = shapeErrors(input.validate(input.values), content.fields)
  if (misshapen.length > 0) return { errors: misshapen }
  const given = input.values as SubmissionValues
  const fields = visibleFields(content.fields, given)
  const errors = fieldErrors({ content, fields, values: given, currency })
  if (errors.length > 0) return { errors }
  return tidy(fields, { given, currency })
}

/** Values of ours that a person still has to complete: nothing is required of them yet. */
export function readDraft(input: {
  content: FormContent
  values: SubmissionValues
  currency: string
}): ReadSubmission {
  const { content, values, currency } = input
  return tidy(visibleFields(content.fields, values), { given: values, currency })
}

function tidy(
  fields: readonly Field[],
  { given, currency }: { given: SubmissionValues; currency: string },
): ReadSubmission {
  const values = keepVisible(fields, { given, currency })
  return {
    values,
    totals: submissionTotals({ fields, values, currency }),
    ...chosen(
      'vendorId',
      firstChosen({ fields, values, catalogue: 'vendors' }) ?? oneOfLines(fields, values),
    ),
    ...chosen('projectId', firstChosen({ fields, values, catalogue: 'projects' })),
  }
}

/** Line amounts are stored with their line, never computed again on reading (DESIGN §5). */
function keepVisible(
  fields: readonly Field[],
  from: { given: SubmissionValues; currency: string },
): SubmissionValues {
  const { given, currency } = from
  const kept = fields.flatMap(({ id, kind }) => {
    const value = Object.hasOwn(given, id) ? given[id] : undefined
    if (value === undefined) return []
    return [[id, kind === 'material-table' ? withAmounts(value as MaterialRow[], currency) : value] as const]
  })
  return Object.fromEntries(kept)
}

function withAmounts(rows: readonly MaterialRow[], currency: string): MaterialRow[] {
  return rows.map((row) => {
    const amount = rowAmount(row, currency)
    return amount === undefined ? row : { ...row, amount }
  })
}

function firstChosen(from: {
  fields: readonly Field[]
  values: SubmissionValues
  catalogue: string
}): string | undefined {
  const field = from.fields.find(
    (one): one is ChooseField =>
      one.kind === 'choose' && one.source.from === 'catalogue' && one.source.catalogue === from.catalogue,
  )
  return field === undefined ? undefined : (from.values[field.id] as string[] | undefined)?.[0]
}

/** The vendor that every line names. */
function oneOfLines(fields: readonly Field[], values: SubmissionValues): string | undefined {
  const tables = fields.filter((field) => field.kind === 'material-table' && field.columns.vendor === true)
  const { vendorIds, without } = vendorsOfRows(
    tables.flatMap(({ id }) => (values[id] ?? []) as MaterialRow[]),
  )
  return vendorIds.length === 1 && without.length === 0 ? vendorIds[0] : undefined
}

function chosen<Key extends string>(key: Key, id: string | undefined): { [K in Key]?: string } {
  return id === undefined ? {} : ({ [key]: id } as { [K in Key]?: string })
}
