import type { ItemField } from '@fieldledger/workflow'

const labels: Record<ItemField, string> = {
  name: 'name',
  sku: 'SKU',
  description: 'description',
  price: 'price',
  vendorId: 'supplier',
  accountId: 'account',
}

/** Which fields wait for a person, and where. Pure. */
export function sayConflicts(fields: readonly ItemField[]): string[] {
  if (fields.length === 0) return []
  const words = fields.map((field) => labels[field]).join(', ')
  return [`Changed on both sides: ${words}. Choose under Conflicts.`]
}
