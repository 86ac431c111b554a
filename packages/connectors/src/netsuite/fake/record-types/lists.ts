import { choice, everyRecord, type Fields, flag, number, readOnly, reference, text } from './field.ts'

export const accountTypes = {
  Bank: 'Bank',
  AcctRec: 'Accounts Receivable',
  AcctPay: 'Accounts Payable',
  OthCurrAsset: 'Other Current Asset',
  FixedAsset: 'Fixed Asset',
  OthCurrLiab: 'Other Current Liability',
  LongTermLiab: 'Long Term Liability',
  CredCard: 'Credit Card',
  Equity: 'Equity',
  Income: 'Income',
  COGS: 'Cost of Goods Sold',
  Expense: 'Expense',
  OthExpense: 'Other Expense',
  NonPosting: 'Non Posting',
  Stat: 'Statistical',
}

export const accountFields: Fields = {
  ...everyRecord,
  acctNumber: text(60),
  acctName: text(60),
  acctType: choice(accountTypes),
  parent: reference('account'),
  currency: reference('currency'),
  isSummary: flag,
  displayNameWithHierarchy: readOnly,
}

export const nameFields: Fields = { ...everyRecord, name: text(60), fullName: readOnly }

export const subsidiaryFields: Fields = {
  ...nameFields,
  name: text(83),
  currency: reference('currency'),
  country: text(2),
  isElimination: flag,
  /** Empty for the uppermost. */
  parent: reference('subsidiary'),
}

export const currencyFields: Fields = {
  ...nameFields,
  symbol: text(3),
  isBaseCurrency: flag,
  exchangeRate: number,
}

/** `term` (NSREC): after so many days, or date driven, on a day of the month. */
export const termFields: Fields = {
  ...nameFields,
  daysUntilNetDue: number,
  discountPercent: number,
  daysUntilExpiry: number,
  dateDriven: flag,
  dayOfMonthNetDue: number,
  dueNextMonthIfWithinDays: number,
  installment: flag,
  preferred: flag,
}

export const expenseCategoryFields: Fields = { ...nameFields, expenseAcct: reference('account') }

export const salesTaxItemFields: Fields = {
  ...everyRecord,
  itemId: text(60),
  displayName: text(60),
  description: text(4000),
  /** In per cent. */
  rate: number,
}
