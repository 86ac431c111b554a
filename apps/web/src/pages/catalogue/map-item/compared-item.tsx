import type { RemoteItem } from '@fieldledger/accounting'
import type { MaterialView } from '@fieldledger/contract'
import { TwoSides, UnitPrice } from '@fieldledger/ui'
import { messages } from '../messages.ts'

/** Ours beside theirs, before they are paired. */
export function ComparedItem({ material, item }: { material: MaterialView; item: RemoteItem }) {
  const price = (value: string | undefined) => (value === undefined ? '' : <UnitPrice value={value} />)
  const rows = [
    { field: messages.name, left: material.name, right: item.name },
    { field: messages.sku, left: material.sku, right: item.sku },
    { field: messages.description, left: material.description, right: item.description },
    {
      field: messages.price,
      left: material.freeOfCharge ? messages.freeOfCharge : price(material.price),
      right: price(item.purchaseCost),
    },
    { field: messages.supplier, left: undefined, right: item.preferredVendor?.name },
  ]
  return (
    <TwoSides
      label={messages.mapHint}
      headings={{ field: messages.field, left: messages.ours, right: messages.theirs }}
      rows={rows}
    />
  )
}
