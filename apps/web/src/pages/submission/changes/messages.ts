import type { LineChange, LinePart } from '@fieldledger/forms'

export const messages = {
  since: (from: number, to: number) => `Revision ${to}, compared with revision ${from}`,
  compareWith: 'Compare with',
  revision: (revision: number, by: string) => `Revision ${revision} by ${by}`,
  nothing: 'Nothing differs: it was sent again as it was.',
  before: 'Before:',
  now: 'Now:',
  empty: 'empty',
  total: 'Total',
  reordered: 'The lines stand in another order.',
  moreLines: (count: number) => `Show ${count} more changed lines`,
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed' } satisfies Record<
    LineChange['kind'],
    string
  >,
  parts: {
    materialId: 'Material',
    description: 'Description',
    quantity: 'Quantity',
    unit: 'Unit',
    unitPrice: 'Unit price',
    taxPercent: 'Tax %',
    costCodeId: 'Cost code',
    accountId: 'Account',
    vendorId: 'Vendor',
    amount: 'Amount',
  } satisfies Record<LinePart, string>,
}
