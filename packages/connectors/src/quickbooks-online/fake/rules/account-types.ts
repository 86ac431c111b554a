const classifications: Readonly<Record<string, readonly string[]>> = {
  Asset: ['Bank', 'Accounts Receivable', 'Other Current Asset', 'Fixed Asset', 'Other Asset'],
  Liability: ['Accounts Payable', 'Credit Card', 'Other Current Liability', 'Long Term Liability'],
  Equity: ['Equity'],
  Revenue: ['Income', 'Other Income'],
  Expense: ['Cost of Goods Sold', 'Expense', 'Other Expense'],
}

const usualSubTypes: Readonly<Record<string, string>> = {
  Bank: 'Checking',
  'Accounts Receivable': 'AccountsReceivable',
  'Other Current Asset': 'OtherCurrentAssets',
  'Fixed Asset': 'OtherFixedAssets',
  'Other Asset': 'OtherLongTermAssets',
  'Accounts Payable': 'AccountsPayable',
  'Credit Card': 'CreditCard',
  'Other Current Liability': 'OtherCurrentLiabilities',
  'Long Term Liability': 'OtherLongTermLiabilities',
  Equity: 'OwnersEquity',
  Income: 'SalesOfProductIncome',
  'Cost of Goods Sold': 'SuppliesMaterialsCogs',
  Expense: 'OtherBusinessExpenses',
  'Other Income': 'OtherMiscellaneousIncome',
  'Other Expense': 'OtherMiscellaneousExpense',
}

export function classificationOf(accountType: string): string {
  const found = Object.entries(classifications).find(([, types]) => types.includes(accountType))
  return found ? found[0] : 'Expense'
}

export function usualSubType(accountType: string): string {
  return usualSubTypes[accountType] ?? accountType.replaceAll(' ', '')
}
