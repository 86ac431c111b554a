import type { MaterialRow } from '../submission/values.ts'
import { sameValue } from './same-value.ts'

export type LinePart = Exclude<keyof MaterialRow, 'id'>

export type LineChange =
  | { kind: 'added'; after: MaterialRow }
  | { kind: 'removed'; before: MaterialRow }
  | { kind: 'changed'; before: MaterialRow; after: MaterialRow; parts: LinePart[] }

const parts: readonly LinePart[] = [
  'materialId',
  'description',
  'quantity',
  'unit',
  'unitPrice',
  'taxPercent',
  'costCodeId',
  'accountId',
  'vendorId',
  'amount',
]

/** A line is the same line by its id, wherever it stands: changed and added ones in today's order, then the removed. */
export function lineChanges(rows: {
  before: readonly MaterialRow[]
  after: readonly MaterialRow[]
}): LineChange[] {
  const left = new Map(keyed(rows.before))
  const standing = keyed(rows.after).flatMap(([key, after]): LineChange[] => {
    const before = left.get(key)
    left.delete(key)
    if (before === undefined) return [{ kind: 'added', after }]
    const changed = parts.filter((part) => !sameValue(before[part], after[part]))
    return changed.length === 0 ? [] : [{ kind: 'changed', before, after, parts: changed }]
  })
  return [...standing, ...[...left.values()].map((before): LineChange => ({ kind: 'removed', before }))]
}

// Nothing forbids two lines of one id: the second of then is the second of now.
function keyed(rows: readonly MaterialRow[]): [key: string, row: MaterialRow][] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const count = seen.get(row.id) ?? 0
    seen.set(row.id, count + 1)
    return [`${row.id} ${count}`, row]
  })
}
