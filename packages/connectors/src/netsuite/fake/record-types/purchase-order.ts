import { choice, day, type Fields, flag, number, object, readOnly, reference, text } from './field.ts'
import { approvalStatuses, headFields, lineFields } from './transaction.ts'

/** By letter; the labels are general knowledge. */
export const orderStatuses = {
  A: 'Pending Supervisor Approval',
  B: 'Pending Receipt',
  C: 'Rejected by Supervisor',
  D: 'Partially Received',
  E: 'Pending Billing/Partially Received',
  F: 'Pending Bill',
  G: 'Fully Billed',
  H: 'Closed',
}

export const purchaseOrderFields: Fields = {
  ...headFields,
  /** For whom it is bought; no other transaction here has one. */
  employee: reference('entity', 'employee'),
  dueDate: day,
  shipDate: day,
  message: text(999),
  otherRefNum: text(45),
  terms: reference('term'),
  approvalStatus: choice(approvalStatuses),
  orderStatus: { type: 'readOnly', words: orderStatuses },
  status: { type: 'readOnly', words: orderStatuses },
  shippingAddress: object,
  shipAddress: text(999),
  subtotal: readOnly,
  taxTotal: readOnly,
  total: readOnly,
}

const everyLine: Fields = { ...lineFields, isClosed: flag }

export const itemLineFields: Fields = {
  ...everyLine,
  item: reference('item'),
  quantity: number,
  rate: number,
  description: text(4000),
  units: text(60),
  expectedReceiptDate: day,
  quantityReceived: readOnly,
  quantityBilled: readOnly,
}

export const expenseLineFields: Fields = {
  ...everyLine,
  account: reference('account'),
  category: reference('expenseCategory'),
  memo: text(4000),
}
