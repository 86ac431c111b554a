import { randomBytes } from 'node:crypto'
import type { Field, FormContent, FormType } from '@fieldledger/forms'

/** What a new form begins with. */
export function formTemplate(wish: {
  template: 'purchase-order' | 'empty'
  name: string
  type: FormType | undefined
}): FormContent {
  const type = wish.type ?? (wish.template === 'empty' ? 'custom' : 'purchase-order')
  return {
    name: wish.name,
    type,
    numbering: { prefix: prefixes[type], projectCode: false, year: true, digits: 4 },
    fields: wish.template === 'empty' ? [] : purchaseOrderFields(),
  }
}

const prefixes: Record<FormType, string> = {
  'purchase-order': 'PO',
  'service-order': 'SO',
  receipt: 'RC',
  bill: 'BILL',
  'sales-invoice': 'INV',
  custom: 'F',
}

function purchaseOrderFields(): Field[] {
  return [
    {
      kind: 'choose',
      id: fieldId(),
      label: 'Vendor',
      required: true,
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
    {
      kind: 'choose',
      id: fieldId(),
      label: 'Project',
      source: { from: 'catalogue', catalogue: 'projects' },
      limit: 1,
    },
    { kind: 'date', id: fieldId(), label: 'Due date', defaultInDays: 30 },
    {
      kind: 'material-table',
      id: fieldId(),
      label: 'Materials',
      required: true,
      columns: { unit: true, tax: false, costCode: true, account: false },
    },
    { kind: 'paragraph', id: fieldId(), label: 'Memo' },
    { kind: 'attachments', id: fieldId(), label: 'Attachments' },
  ]
}

/** "f_" and ten letters or digits: labels never enter a compiled schema. */
export function fieldId(): string {
  return `f_${randomBytes(5).toString('hex')}`
}
