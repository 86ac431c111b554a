import type { OwnedField } from '@fieldledger/workflow'
import type { CatalogueInput } from '../edit/save-record.ts'
import { tooLong } from '../import/too-long.ts'
import { ownedValues } from '../items/owned-here.ts'
import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { Material } from '../records/catalogue-record.ts'

const taken = ['sku', 'description', 'price', 'vendorId', 'accountId'] as const

/**
 * What of ours becomes what the ledger says (G-10): SKU, description, purchase cost as price, supplier, account.
 * What the ledger leaves empty stays ours, and so does everything about the price of what is free of charge. The name
 * is taken by Sync Items only; what is kept here stays (G-09). Pure.
 */
export function adjustMaterial(
  ours: Material,
  { theirs, owned }: { theirs: CatalogueInput<'material'>; owned: readonly OwnedField[] },
): CatalogueChange<'material'> {
  const unfit = new Set<string>(tooLong(theirs).map(({ field }) => field))
  const kept = ownedValues(ours, owned)
  const change = taken.flatMap((field) => {
    const value = theirs[field]
    if (value === undefined || value === ours[field] || unfit.has(field) || field in kept) return []
    return field === 'price' && ours.freeOfCharge === true ? [] : [[field, value] as const]
  })
  return Object.fromEntries(change)
}
