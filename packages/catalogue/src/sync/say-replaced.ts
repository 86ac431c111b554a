import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { Material } from '../records/catalogue-record.ts'

const labels = { sku: 'SKU', description: 'description', price: 'price' } as const

/** What of ours another value of the ledger takes the place of: whoever had changed it here finds it again. Pure. */
export function sayReplaced(ours: Material, change: CatalogueChange<'material'>): string[] {
  const replaced = (['sku', 'description', 'price'] as const).flatMap((field) => {
    const before = ours[field]
    const isReplaced = change[field] !== undefined && before !== undefined && before !== ''
    return isReplaced ? [`${labels[field]} "${before}"`] : []
  })
  return replaced.length === 0 ? [] : [`Ours was: ${replaced.join(', ')}.`]
}
