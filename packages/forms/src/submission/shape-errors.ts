import type { ErrorObject } from 'ajv'
import type { Field } from '../fields/field.ts'
import { describeFieldError } from './describe-field-error.ts'
import type { FieldError, FieldErrorCode } from './field-error.ts'

const columnLabels: Record<string, string> = {
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  description: 'Description',
  taxPercent: 'Tax',
  unit: 'Unit',
  amount: 'Amount',
  materialId: 'Material',
}

/** Nobody mends more at once; a body of a hundred thousand unknown fields was answered by twenty megabytes of sentences. */
const mostTold = 200

/** ajv's errors as sentences beside fields: at most one for each place; once these are mended, further ones are told. */
export function shapeErrors(errors: readonly ErrorObject[], fields: readonly Field[]): FieldError[] {
  const byPath = new Map<string, FieldError>()
  for (const error of errors) {
    const path = pathOf(error)
    if (!byPath.has(path)) byPath.set(path, fieldError(error, { path, fields }))
    if (byPath.size === mostTold) break
  }
  return [...byPath.values()]
}

function pathOf(error: ErrorObject): string {
  const path = error.instancePath.replace(/^\//, '')
  const extra = (error.params as { additionalProperty?: string }).additionalProperty
  const missing = (error.params as { missingProperty?: string }).missingProperty
  return [path, extra ?? missing].filter(Boolean).join('/')
}

function fieldError(error: ErrorObject, at: { path: string; fields: readonly Field[] }): FieldError {
  const [fieldId = '', row, column] = at.path.split('/')
  const field = at.fields.find(({ id }) => id === fieldId)
  const code = codeOf(error, { field, column })
  const label = labelOf({ field, fieldId, row, column })
  const limit = (error.params as { limit?: number }).limit ?? 0
  const params = { label, limit: code === 'too-many-decimals' ? 6 : limit, found: lengthOf(error) }
  return { path: at.path, fieldId, code, params, message: describeFieldError(code, params) }
}

function codeOf(
  error: ErrorObject,
  at: { field: Field | undefined; column: string | undefined },
): FieldErrorCode {
  switch (error.keyword) {
    case 'additionalProperties':
      return 'unknown-field'
    case 'maxLength':
      return 'too-long'
    case 'enum':
      return 'not-a-choice'
    case 'maxItems':
      if (at.field?.kind === 'material-table') return 'too-many-lines'
      return at.field?.kind === 'attachments' ? 'too-many-files' : 'too-many-choices'
    case 'format':
      return 'not-a-date'
    case 'type':
      // Money arrives in minor units: a fraction of a cent is one decimal too many.
      return typeof error.data === 'number' && at.field?.kind !== 'choose'
        ? 'too-many-decimals'
        : 'wrong-shape'
    case 'pattern':
      return tooManyDecimals(error.data) ? 'too-many-decimals' : 'not-a-number'
    default:
      return 'wrong-shape'
  }
}

function tooManyDecimals(value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+\.\d{7,}$/.test(value)
}

function lengthOf(error: ErrorObject): number {
  if (error.keyword === 'pattern' && typeof error.data === 'string')
    return error.data.split('.')[1]?.length ?? 0
  return typeof error.data === 'string' || Array.isArray(error.data) ? error.data.length : 0
}

function labelOf(at: {
  field: Field | undefined
  fieldId: string
  row?: string | undefined
  column?: string | undefined
}): string {
  const name = at.field?.label ?? at.fieldId
  if (at.row === undefined) return name
  const line = `${name}, line ${Number(at.row) + 1}`
  return at.column === undefined ? line : `${line}, ${columnLabels[at.column] ?? at.column}`
}
