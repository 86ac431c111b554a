import type { AgreedPair } from '../ports/link-repository.ts'
import { conflictsOf } from '../vendors/conflicts-of.ts'
import { itemFieldsOf } from './item-fields.ts'
import type { SyncedItem } from './plan-item-sync.ts'
import type { SyncedSides } from './sync-batch.ts'

/** What is agreed from now on about a pair that is there already; fifty thousand of which nothing is new are not written again. */
export function agreedOf(
  { remote, ourId, seen, conflicts = [] }: SyncedItem,
  { sides, at }: { sides: Pick<SyncedSides, 'rows' | 'linksOfOurs'>; at: Date },
): AgreedPair[] {
  const [link, row] = [sides.linksOfOurs.get(ourId ?? ''), sides.rows.get(remote.id)]
  if (link?.remote.id !== remote.id || row === undefined || seen === undefined) return []
  const left = conflictsOf(conflicts, { theirs: { ...itemFieldsOf(row.input), name: row.name }, link, at })
  const isSame = sameJson(link.seen ?? {}, seen) && sameJson(link.conflicts ?? [], left)
  return isSame ? [] : [{ linkId: link.id, remote, active: true, seen, conflicts: left }]
}

function sameJson(one: object, other: object): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: object): unknown {
  if (Array.isArray(value)) return value.map((each) => sorted(each))
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
}
