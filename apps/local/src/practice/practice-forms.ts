import type { FormContent } from '@fieldledger/forms'

/** Field ids of the purchase-order form, for its workflow and its example submissions. */
export const orderFields = {
  vendor: 'f_vendor01',
  project: 'f_project1',
  date: 'f_orderday',
  dueDate: 'f_dueday01',
  shipTo: 'f_shipto01',
  materials: 'f_material',
  memo: 'f_memo0001',
  photos: 'f_photos01',
} as const

/** The purchase order that both practice companies use. */
export function purchaseOrderForm(look: { prefix: string; costCodes: boolean }): FormContent {
  return {
    name: 'Purchase order',
    description: 'Order materials for a job. It is approved before it goes into the ledger.',
    type: 'purchase-order',
    numbering: { prefix: look.prefix, projectCode: false, year: true, digits: 4 },
    fields: [
      {
        kind: 'choose',
        id: orderFields.vendor,
        label: 'Vendor',
        required: true,
        source: { from: 'catalogue', catalogue: 'vendors' },
        limit: 1,
      },
      {
        kind: 'choose',
        id: orderFields.project,
        label: 'Project',
        source: { from: 'catalogue', catalogue: 'projects' },
        limit: 1,
      },
      { kind: 'date', id: orderFields.date, label: 'Order date', required: true, defaultInDays: 0 },
      { kind: 'date', id: orderFields.dueDate, label: 'Due date', defaultInDays: 14 },
      { kind: 'text', id: orderFields.shipTo, label: 'Ship to' },
      {
        kind: 'material-table',
        id: orderFields.materials,
        label: 'Materials',
        required: true,
        columns: { unit: true, tax: false, costCode: look.costCodes, account: false },
      },
      {
        kind: 'paragraph',
        id: orderFields.memo,
        label: 'Memo',
        help: 'What the vendor should know. It stands on the order.',
      },
      { kind: 'attachments', id: orderFields.photos, label: 'Photos', maximum: 5 },
    ],
  }
}
