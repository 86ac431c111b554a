import type { ItemField } from '@fieldledger/workflow'

export const itemLabels: Record<ItemField, string> = {
  name: 'name',
  sku: 'SKU',
  description: 'description',
  price: 'price',
  vendorId: 'supplier',
  accountId: 'account',
}
