import { type Fields, flag, number, readOnly, reference } from './field.ts'
import { headFields } from './transaction.ts'

export const vendorPaymentFields: Fields = {
  ...headFields,
  /** From which bank account. */
  account: reference('account'),
  apAcct: reference('account'),
  total: readOnly,
}

/** Which bills it pays, and how much of each. */
export const applyFields: Fields = {
  line: number,
  apply: flag,
  doc: reference('transaction'),
  amount: number,
  due: readOnly,
  total: readOnly,
  refNum: readOnly,
}
