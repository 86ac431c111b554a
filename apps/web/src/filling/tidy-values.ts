import type { MaterialRow } from '@fieldledger/forms'
import { isBlankRow } from './materials/is-blank-row.ts'

/** Values as they are sent: without empty texts, empty lists and blank lines. */
export function tidyValues(values: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(values).flatMap(([id, value]) => {
    const tidy = isRows(value) ? value.filter((row) => !isBlankRow(row)) : value
    const empty = tidy === undefined || tidy === '' || (Array.isArray(tidy) && tidy.length === 0)
    return empty ? [] : [[id, tidy] as const]
  })
  return Object.fromEntries(kept)
}

function isRows(value: unknown): value is MaterialRow[] {
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null && 'quantity' in value[0]
}
