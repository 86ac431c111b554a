import { shortTextLimit } from '../records/record-limits.ts'
import { type VendorFields, vendorFields } from './vendor-fields.ts'

/**
 * What of ours becomes what the ledger says: every field that was changed there since it was seen last, also a cleared
 * one. What only we changed stays ours, until it is there too. Seen for the first time, what the ledger leaves empty
 * stays ours. Pure.
 */
export function adjustVendor(
  ours: VendorFields,
  { theirs, seen }: { theirs: VendorFields; seen: VendorFields | undefined },
): VendorFields {
  const changed = vendorFields.filter((field) => {
    const value = theirs[field]
    if (value === ours[field]) return false
    if (field === 'name' && (value === undefined || value.length > shortTextLimit)) return false
    return seen === undefined ? value !== undefined : value !== seen[field]
  })
  return Object.fromEntries(changed.map((field) => [field, theirs[field]]))
}
