import type { Field } from '../fields/field.ts'
import type { FormContent } from '../form/form.ts'
import type { FieldValue, MaterialRow, SubmissionValues } from '../submission/values.ts'
import { vendorsOfRows } from './vendors-of-rows.ts'

export interface VendorPart {
  vendorId: string
  values: SubmissionValues
}

/**
 * One set of values for each vendor that the lines of `table` name; empty = nothing to split: one vendor at most, or a
 * line that names none. Every line of every table stands in exactly one part: what names none of these vendors, in
 * another table, stays with the first. Pure.
 */
export function splitByVendor(form: {
  content: FormContent
  values: SubmissionValues
  table: string
}): VendorPart[] {
  const { content, values, table } = form
  const { vendorIds, without } = vendorsOfRows((values[table] ?? []) as MaterialRow[])
  if (vendorIds.length < 2 || without.length > 0) return []
  const vendor = content.fields.find(isVendor)
  const tables = new Set(content.fields.flatMap(({ id, kind }) => (kind === 'material-table' ? [id] : [])))
  return vendorIds.map((vendorId, position) => {
    const isIts = (row: MaterialRow) =>
      row.vendorId === vendorId || (position === 0 && !vendorIds.includes(row.vendorId ?? ''))
    const kept = (id: string, value: FieldValue) =>
      tables.has(id) ? (value as MaterialRow[]).filter(isIts) : value
    const entries = Object.entries(values).map(([id, value]) => [id, kept(id, value)] as const)
    return {
      vendorId,
      values: {
        ...Object.fromEntries(entries),
        ...(vendor === undefined ? {} : { [vendor.id]: [vendorId] }),
      },
    }
  })
}

function isVendor(field: Field): boolean {
  return field.kind === 'choose' && field.source.from === 'catalogue' && field.source.catalogue === 'vendors'
}
