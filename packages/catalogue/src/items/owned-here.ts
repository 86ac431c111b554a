import type { OwnedField } from '@fieldledger/workflow'
import type { LedgerConnection } from '../ports/ledger-connections.ts'
import type { Material } from '../records/catalogue-record.ts'
import { type ItemFields, itemFieldsOf } from '../sync/item-fields.ts'

/** Fields of items of which ours stands in this ledger: chosen by a person, and such as it lets us change (G-09). */
export function ownedHere({
  itemRules,
  takesOfItems,
}: Pick<LedgerConnection, 'itemRules' | 'takesOfItems'>): OwnedField[] {
  return (itemRules.ownedHere ?? []).filter((field) => takesOfItems.includes(field))
}

/** What the ledger must have of ours; what is empty here says nothing, nor does the price of what is free of charge. */
export function ownedValues(ours: Material, owned: readonly OwnedField[]): ItemFields {
  const here = itemFieldsOf(ours)
  return Object.fromEntries(
    owned.flatMap((field) => {
      const value = here[field]
      return value === undefined || (field === 'price' && ours.freeOfCharge === true) ? [] : [[field, value]]
    }),
  )
}
