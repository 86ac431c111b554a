import type { MaterialRow } from '@fieldledger/forms'

/** A line that was opened and never filled in: it is left out instead of being complained about. */
export function isBlankRow(row: MaterialRow): boolean {
  return row.materialId === undefined && row.description.trim() === '' && row.unitPrice === undefined
}
