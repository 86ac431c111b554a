import { type Fields, flag, number, readOnly, reference, text } from './field.ts'
import { headFields, lineFields } from './transaction.ts'

export const itemReceiptFields: Fields = {
  ...headFields,
  createdFrom: reference('transaction'),
  orderId: readOnly,
  orderType: readOnly,
}

const { amount: _amount, customer: _customer, isBillable: _isBillable, ...place } = lineFields

export const receiptItemFields: Fields = {
  ...place,
  item: reference('item'),
  itemReceive: flag,
  quantity: number,
  quantityRemaining: readOnly,
  rate: readOnly,
  description: text(4000),
  units: text(60),
  orderDoc: reference('transaction'),
  orderLine: number,
}

export const receiptExpenseFields: Fields = {
  line: number,
  account: reference('account'),
  amount: readOnly,
  markReceived: flag,
  memo: text(4000),
  orderDoc: number,
  orderLine: text(10),
}
