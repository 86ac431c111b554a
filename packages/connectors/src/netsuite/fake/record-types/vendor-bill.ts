import { choice, day, type Fields, flag, number, readOnly, reference, text } from './field.ts'
import { approvalStatuses, headFields, lineFields } from './transaction.ts'

/** By letter; the labels are general knowledge. */
export const billStatuses = {
  A: 'Open',
  B: 'Paid In Full',
  C: 'Cancelled',
  D: 'Pending Approval',
  E: 'Rejected',
  F: 'Pending Payment',
}

export const vendorBillFields: Fields = {
  ...headFields,
  account: reference('account'),
  dueDate: day,
  terms: reference('term'),
  approvalStatus: choice(approvalStatuses),
  status: { type: 'readOnly', words: billStatuses },
  paymentHold: flag,
  received: flag,
  total: readOnly,
  userTotal: readOnly,
  taxTotal: readOnly,
}

export const billItemFields: Fields = {
  ...lineFields,
  item: reference('item'),
  quantity: number,
  rate: number,
  description: text(4000),
  units: text(60),
  orderDoc: reference('transaction'),
  orderLine: number,
}

/** Here the order is named by a plain text, not by a reference. */
export const billExpenseFields: Fields = {
  ...lineFields,
  account: reference('account'),
  category: reference('expenseCategory'),
  memo: text(4000),
  orderDoc: text(20),
  orderLine: text(10),
}
