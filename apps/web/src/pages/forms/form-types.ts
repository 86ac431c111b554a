import type { FormType } from '@fieldledger/forms'

export const formTypes: readonly FormType[] = [
  'purchase-order',
  'service-order',
  'receipt',
  'bill',
  'sales-invoice',
  'custom',
]

export const numberPrefixes: Record<FormType, string> = {
  'purchase-order': 'PO',
  'service-order': 'SO',
  receipt: 'R',
  bill: 'B',
  'sales-invoice': 'INV',
  custom: 'F',
}
