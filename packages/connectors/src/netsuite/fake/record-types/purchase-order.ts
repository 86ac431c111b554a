import {
  choice,
  day,
  everyRecord,
  type Fields,
  flag,
  number,
  object,
  readOnly,
  reference,
  text,
} from './field.ts'

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

const { isInactive: _no, ...common } = everyRecord

export const purchaseOrderFields: Fields = {
  ...common,
  entity: reference('entity'),
  tranId: text(45),
  transactionNumber: readOnly,
  tranDate: day,
  dueDate: day,
  shipDate: day,
  memo: text(999),
  message: text(999),
  otherRefNum: text(45),
  terms: reference('term'),
  currency: reference('currency'),
  exchangeRate: number,
  subsidiary: reference('subsidiary'),
  class: reference('classification'),
  department: reference('department'),
  location: reference('location'),
  approvalStatus: choice({ 1: 'Pending Approval', 2: 'Approved', 3: 'Rejected' }),
  orderStatus: { type: 'readOnly', words: orderStatuses },
  status: { type: 'readOnly', words: orderStatuses },
  shippingAddress: object,
  shipAddress: text(999),
  subtotal: readOnly,
  taxTotal: readOnly,
  total: readOnly,
  createdDate: readOnly,
}

const everyLine: Fields = {
  line: number,
  amount: number,
  class: reference('classification'),
  department: reference('department'),
  location: reference('location'),
  customer: reference('entity'),
  isBillable: flag,
  isClosed: flag,
}

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
