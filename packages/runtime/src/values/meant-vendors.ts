import { type FormContent, type MaterialRow, type SubmissionValues, vendorsOfRows } from '@fieldledger/forms'
import { type CompanyScope, namesVendors } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'

/** The values with the vendor of every line as the catalogue means it: one that was merged into another is that one. */
export async function meantVendors(
  runtime: Runtime,
  form: { scope: CompanyScope; content: FormContent; values: SubmissionValues },
): Promise<SubmissionValues> {
  const { scope, content, values } = form
  const tables = content.fields.flatMap((field) => (namesVendors(field) ? [field.id] : []))
  const rowsOf = (table: string) => (values[table] ?? []) as MaterialRow[]
  const ids = [...new Set(tables.flatMap((table) => vendorsOfRows(rowsOf(table)).vendorIds))]
  if (ids.length < 2) return values
  const vendors = await runtime.ports.lookups.catalogue.vendors({ scope, ids })
  const meant = (row: MaterialRow): MaterialRow => {
    const vendor = vendors.get(row.vendorId ?? '')
    return vendor === undefined ? row : { ...row, vendorId: vendor.id }
  }
  const filled = tables.filter((table) => values[table] !== undefined)
  return { ...values, ...Object.fromEntries(filled.map((table) => [table, rowsOf(table).map(meant)])) }
}
