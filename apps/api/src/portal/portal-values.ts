import type { FormContent, MaterialRow } from '@fieldledger/forms'
import { portalContent, vendorFieldOf } from './portal-content.ts'

/** What a supplier filled in, and who they are; ids of our lists are not theirs to name, and are left out. Pure. */
export function portalValues(
  content: FormContent,
  { values, vendorId }: { values: Readonly<Record<string, unknown>>; vendorId: string },
): Record<string, unknown> {
  const theirs = portalContent(content).fields.flatMap((field): [string, unknown][] => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined
    if (value === undefined) return []
    return [[field.id, field.kind === 'material-table' ? withoutIds(value) : value]]
  })
  const vendor = vendorFieldOf(content)
  return { ...Object.fromEntries(theirs), ...(vendor === undefined ? {} : { [vendor.id]: [vendorId] }) }
}

function withoutIds(rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows
  return rows.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) return row
    const { materialId: _m, costCodeId: _c, accountId: _a, vendorId: _v, ...kept } = row as MaterialRow
    return kept
  })
}
