import type { Field, FormType } from '@fieldledger/forms'
import { newFieldId } from './new-field-id.ts'

/** A new order or bill starts with what every one of its kind has; everything may be changed. */
export function firstFields(type: FormType): Field[] {
  if (type === 'custom' || type === 'sales-invoice') return []
  return [
    {
      kind: 'choose',
      id: newFieldId(),
      label: 'Vendor',
      required: true,
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    { kind: 'date', id: newFieldId(), label: 'Due date' },
    {
      kind: 'material-table',
      id: newFieldId(),
      label: 'Materials',
      required: true,
      columns: { unit: true, tax: false, costCode: false, account: false },
    },
    { kind: 'paragraph', id: newFieldId(), label: 'Memo' },
  ]
}
