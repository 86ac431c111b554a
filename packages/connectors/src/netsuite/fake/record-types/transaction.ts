import { day, everyRecord, type Fields, flag, number, readOnly, reference, text } from './field.ts'

const { isInactive: _no, ...common } = everyRecord

/** What every transaction has at its head. */
export const headFields: Fields = {
  ...common,
  entity: reference('entity'),
  tranId: text(45),
  transactionNumber: readOnly,
  tranDate: day,
  memo: text(999),
  currency: reference('currency'),
  exchangeRate: number,
  subsidiary: reference('subsidiary'),
  class: reference('classification'),
  department: reference('department'),
  location: reference('location'),
  createdDate: readOnly,
}

/** What every line has that carries money. */
export const lineFields: Fields = {
  line: number,
  amount: number,
  class: reference('classification'),
  department: reference('department'),
  location: reference('location'),
  customer: reference('entity'),
  isBillable: flag,
  taxCode: reference('taxCode'),
  taxRate1: readOnly,
  tax1Amt: readOnly,
  grossAmt: readOnly,
}

export const approvalStatuses = { 1: 'Pending Approval', 2: 'Approved', 3: 'Rejected' }
