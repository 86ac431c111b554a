import type { Side, SupplierField, SupplierRules } from '@fieldledger/workflow'
import { shortTextLimit } from '../records/record-limits.ts'
import { firstEmail, withFirstEmail } from './first-email.ts'
import { type VendorFields, vendorFields } from './vendor-fields.ts'

export interface TwoSides {
  theirs: VendorFields
  /** What both were when they agreed last; undefined = they were never compared. */
  seen: VendorFields | undefined
  /** Whose value stands where they were never compared, and neither is empty. */
  unseen: Side
  always: SupplierRules['always']
  /** Fields that the ledger does not keep, or did not show: what was agreed on them holds. */
  lacks: readonly string[]
  /** Another one of ours is called as theirs is. */
  nameTaken: boolean
  /** It keeps one e-mail address: the first of ours. */
  oneEmail?: boolean
}

export interface Reconciled {
  /** What becomes different here; undefined clears. */
  take: VendorFields
  /** How it must stand in the ledger. */
  there: VendorFields
  /** Changed on both sides, and no rule says whose stands: each keeps its own until a person has said it. */
  conflicts: SupplierField[]
  /** What was agreed by it: the base of the next comparison. */
  seen: VendorFields
}

/** Ours and theirs against what they were when they agreed last, field by field. No change is ever lost by it. Pure. */
export function reconcileVendor(ours: VendorFields, sides: TwoSides): Reconciled {
  const merge: Reconciled = { take: {}, there: {}, conflicts: [], seen: {} }
  for (const field of vendorFields) {
    if (sides.lacks.includes(field)) {
      set(merge.seen, [field, sides.seen?.[field]])
      continue
    }
    const isFirst = field === 'email' && sides.oneEmail === true
    const kept = (value: string | undefined) => (isFirst ? firstEmail(value) : value)
    const [here, there] = [kept(ours[field]), sides.theirs[field]]
    const isSame = here === kept(there)
    const stands = isSame ? 'theirs' : whose(field, { here, there, was: kept(sides.seen?.[field]), sides })
    if (stands === 'theirs' && !isSame)
      merge.take[field] = (isFirst ? withFirstEmail(ours[field], there) : there) as string
    if (stands === undefined) merge.conflicts.push(field)
    set(merge.there, [field, stands === 'ours' ? here : there])
    set(merge.seen, [field, stands === undefined ? sides.seen?.[field] : there])
  }
  return merge
}

function whose(
  field: SupplierField,
  { here, there, was, sides }: Record<'here' | 'there' | 'was', string | undefined> & { sides: TwoSides },
): Side | undefined {
  if (sides.seen === undefined && there === undefined) return 'ours'
  if (sides.seen !== undefined && there === sides.seen[field]) return 'ours'
  if (field === 'name' && !mayTakeName(there, sides)) return undefined
  if (sides.seen === undefined) return here === undefined ? 'theirs' : sides.unseen
  if (here === was) return 'theirs'
  return sides.always?.[field]
}

function mayTakeName(there: string | undefined, { nameTaken }: TwoSides): boolean {
  return there !== undefined && there.length <= shortTextLimit && !nameTaken
}

function set(fields: VendorFields, [field, value]: [SupplierField, string | undefined]): void {
  if (value !== undefined) fields[field] = value
}
