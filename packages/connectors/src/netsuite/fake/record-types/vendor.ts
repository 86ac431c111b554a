import { everyRecord, type Fields, flag, object, readOnly, reference, text } from './field.ts'

export const vendorFields: Fields = {
  ...everyRecord,
  entityId: text(83),
  companyName: text(83),
  legalName: text(83),
  isPerson: flag,
  firstName: text(32),
  lastName: text(32),
  email: text(254),
  phone: text(21),
  fax: text(21),
  url: text(100),
  accountNumber: text(99),
  comments: text(999),
  currency: reference('currency'),
  subsidiary: reference('subsidiary'),
  terms: reference('term'),
  expenseAccount: reference('account'),
  payablesAccount: reference('account'),
  taxItem: reference('taxCode'),
  taxIdNum: text(20),
  vatRegNumber: text(20),
  is1099Eligible: flag,
  balance: readOnly,
}

/** Beside its own, what it may be billed in. */
export const vendorCurrencyFields: Fields = { currency: reference('currency') }

export const addressBookFields: Fields = {
  defaultBilling: flag,
  defaultShipping: flag,
  label: text(150),
  addressBookAddress: object,
}
