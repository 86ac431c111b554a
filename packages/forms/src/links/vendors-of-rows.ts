import type { MaterialRow } from '../submission/values.ts'

export interface VendorsOfRows {
  /** In the order in which the lines name them. */
  vendorIds: string[]
  /** Lines that name nobody, counted from 1. */
  without: { line: number; description: string }[]
}

/** Of whom the lines are bought (G-02). Pure. */
export function vendorsOfRows(rows: readonly MaterialRow[]): VendorsOfRows {
  const named = rows.flatMap(({ vendorId }) => (vendorId === undefined ? [] : [vendorId]))
  const without = rows.flatMap(({ vendorId, description }, position) =>
    vendorId === undefined ? [{ line: position + 1, description }] : [],
  )
  return { vendorIds: [...new Set(named)], without }
}
