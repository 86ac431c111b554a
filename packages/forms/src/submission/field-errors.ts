import {
  currencyDecimals,
  decimalFromMoney,
  isExact,
  largestMoney,
  type Money,
  sameMoney,
} from '@fieldledger/accounting/money'
import type { ChooseField, Field } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'
import { describeFieldError } from './describe-field-error.ts'
import type { FieldError, FieldErrorCode } from './field-error.ts'
import { rowAmount, submissionTotals } from './totals.ts'
import type { FieldValue, MaterialRow, SubmissionValues } from './values.ts'

interface Checked {
  content: FormContent
  /** The visible ones. */
  fields: readonly Field[]
  values: SubmissionValues
  currency: string
}

/** What is wrong with well-shaped values: required fields, choices, sums (issue 3 part 9, "refused at submit"). */
export function fieldErrors(checked: Checked): FieldError[] {
  const errors = checked.fields.flatMap((field) => errorsOf(field, checked))
  return errors.length > 0 ? errors : totalErrors(checked)
}

function errorsOf(field: Field, checked: Checked): FieldError[] {
  const value = Object.hasOwn(checked.values, field.id) ? checked.values[field.id] : undefined
  if (isEmpty(value))
    return field.required === true && field.kind !== 'section' ? [error(field, { code: 'required' })] : []
  switch (field.kind) {
    case 'choose':
      return choiceErrors(field, value as string[])
    case 'money':
      return (value as Money).currency === checked.currency
        ? []
        : [error(field, { code: 'wrong-currency', params: { expected: checked.currency } })]
    case 'number':
      return rangeErrors(field, value as string)
    case 'material-table':
      return (value as MaterialRow[]).flatMap((row, position) => rowErrors(row, { field, position, checked }))
    default:
      return []
  }
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function choiceErrors(field: ChooseField, picked: string[]): FieldError[] {
  if (field.limit === null || picked.length <= field.limit) return []
  const vendors = field.source.from === 'catalogue' && field.source.catalogue === 'vendors'
  return vendors && field.limit === 1
    ? [error(field, { code: 'one-vendor', params: { count: picked.length } })]
    : [error(field, { code: 'too-many-choices', params: { limit: field.limit } })]
}

function rangeErrors(field: Extract<Field, { kind: 'number' }>, value: string): FieldError[] {
  if (field.minimum !== undefined && Number(value) < Number(field.minimum))
    return [error(field, { code: 'too-small', params: { limit: field.minimum } })]
  if (field.maximum !== undefined && Number(value) > Number(field.maximum))
    return [error(field, { code: 'too-large', params: { limit: field.maximum } })]
  return []
}

function rowErrors(row: MaterialRow, at: { field: Field; position: number; checked: Checked }): FieldError[] {
  const { currency } = at.checked
  const path = `${at.field.id}/${at.position}`
  const line = at.position + 1
  if (row.materialId === undefined && row.description.trim() === '')
    return [
      error(at.field, {
        code: 'required',
        params: { label: `Line ${line}, Material` },
        path: `${path}/description`,
      }),
    ]
  const expected = rowAmount(row, currency)
  if (expected !== undefined && !isExact(expected))
    return [tooLarge(at.field, { label: `Line ${line}`, currency, path: `${path}/amount` })]
  if (row.amount === undefined) return []
  if (row.amount.currency !== currency)
    return [
      error(at.field, {
        code: 'wrong-currency',
        params: { label: `Line ${line}`, expected: currency },
        path: `${path}/amount`,
      }),
    ]
  if (expected !== undefined && sameMoney(expected, row.amount)) return []
  const params = {
    line,
    expected: expected === undefined ? 'not known without a price' : decimalFromMoney(expected),
    found: decimalFromMoney(row.amount),
  }
  return [error(at.field, { code: 'does-not-add-up', params, path: `${path}/amount` })]
}

/** A document total of 0 is refused, and one that no number holds to the cent; a document whose prices are still missing is held later, not refused here. */
function totalErrors(checked: Checked): FieldError[] {
  const { total } = submissionTotals(checked)
  const table = checked.fields.find(({ kind }) => kind === 'material-table')
  const summed = table ?? checked.fields.find(({ kind }) => kind === 'money')
  if (summed !== undefined && !isExact(total))
    return [tooLarge(summed, { label: 'The total', currency: checked.currency })]
  if (table === undefined) return []
  const rows = checked.fields
    .filter(({ kind }) => kind === 'material-table')
    .flatMap(({ id }) => (checked.values[id] ?? []) as MaterialRow[])
  const priceMissing = rows.some(({ unitPrice }) => unitPrice === undefined)
  if (rows.length === 0 || priceMissing || total.minor !== 0) return []
  return [error(table, { code: 'zero-total', params: { decimals: currencyDecimals(checked.currency) } })]
}

function tooLarge(field: Field, at: { label: string; currency: string; path?: string }): FieldError {
  const limit = decimalFromMoney(largestMoney(at.currency))
  return error(field, { code: 'too-large', params: { label: at.label, limit }, path: at.path })
}

function error(
  field: Field,
  why: { code: FieldErrorCode; params?: Record<string, string | number>; path?: string | undefined },
): FieldError {
  const { code, params = {}, path = field.id } = why
  const all = { label: field.label, ...params }
  return { path, fieldId: field.id, code, params: all, message: describeFieldError(code, all) }
}
