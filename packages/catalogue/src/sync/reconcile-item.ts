import { type ItemField, type ItemRules, itemFields, type OwnedField } from '@fieldledger/workflow'
import { tooLong } from '../import/too-long.ts'
import { ownedValues } from '../items/owned-here.ts'
import type { Material } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { type ItemFields, itemFieldsOf } from './item-fields.ts'

interface TheirSide {
  theirs: ItemFields & { name: string }
  /** What the pair knows of earlier comparisons; undefined = they were never compared. */
  link: Pick<LinkRecord, 'seen' | 'kept'> | undefined
  always: ItemRules['always']
  /** Fields of which ours stands, and is sent. */
  owned?: readonly OwnedField[]
}

export interface ReconciledItem {
  /** What becomes different here. */
  take: ItemFields
  /** What of ours the ledger has otherwise, and must have. */
  send: ItemFields
  /** Changed on both sides, and no rule says whose stands: each keeps its own until a person has said it. */
  conflicts: ItemField[]
  /** The base of the next comparison. */
  seen: ItemFields
}

/**
 * An item of ours against the ledger's and against what both were when they agreed last. The ledger's value stands
 * (G-10), but where both changed it since, or where a person or a rule said that ours does. What the ledger leaves empty
 * stays ours, and so does the price of what is free of charge. Of a field that is kept here ours stands, and is sent
 * (G-09). Pure.
 */
export function reconcileItem(ours: Material, side: TheirSide): ReconciledItem {
  const here = itemFieldsOf(ours)
  const unfit = new Set<string>(tooLong(side.theirs).map(({ field }) => field))
  const done: ReconciledItem = { take: {}, send: {}, conflicts: [], seen: {} }
  const owned = ownedValues(ours, side.owned ?? [])
  for (const field of itemFields) {
    const there = side.theirs[field]
    if (owned[field] !== undefined) {
      if (there !== owned[field]) done.send[field] = owned[field]
      if (there !== undefined && !unfit.has(field)) done.seen[field] = there
      continue
    }
    const isOursAlone = unfit.has(field) || (field === 'price' && ours.freeOfCharge === true)
    if (there === undefined || there === '' || isOursAlone) continue
    const stands = here[field] === there ? 'same' : whose(field, { here, there, side })
    if (stands === 'theirs') done.take[field] = there
    const was = side.link?.seen?.[field]
    if (stands !== undefined) done.seen[field] = there
    else {
      done.conflicts.push(field)
      if (was !== undefined) done.seen[field] = was
    }
  }
  return done
}

/** undefined = a person has to say it. */
function whose(
  field: ItemField,
  { here, there, side }: { here: ItemFields; there: string; side: TheirSide },
): 'ours' | 'theirs' | undefined {
  const was = side.link?.seen?.[field]
  const isChangedHere = here[field] !== undefined && was !== undefined && here[field] !== was
  if (!isChangedHere) return 'theirs'
  const isKept = side.link?.kept?.includes(field) === true || side.always?.[field] === 'ours'
  if (there === was) return isKept ? 'ours' : 'theirs'
  return side.always?.[field]
}
