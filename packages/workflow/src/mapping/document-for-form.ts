import type { DocumentKind } from '@fieldledger/accounting'
import type { FormType } from '@fieldledger/forms'

const documents: Record<FormType, DocumentKind | undefined> = {
  'purchase-order': 'purchase-order',
  'service-order': 'service-order',
  receipt: 'receipt',
  bill: 'bill',
  'sales-invoice': 'sales-invoice',
  custom: undefined,
}

/** The document offered follows the form type; a custom form has none (S4-02). */
export function documentForForm(type: FormType): DocumentKind | undefined {
  return documents[type]
}

const names: Record<FormType, string> = {
  'purchase-order': 'Purchase order',
  'service-order': 'Service order',
  receipt: 'Receipt',
  bill: 'Bill',
  'sales-invoice': 'Sales invoice',
  custom: 'Custom form',
}

export function formTypeName(type: FormType): string {
  return names[type]
}
