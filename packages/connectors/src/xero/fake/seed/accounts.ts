import type { JsonObject } from '../../../fake-service/json.ts'

const chart: readonly (readonly [code: string, name: string, type: string, kind: string])[] = [
  ['090', 'Checking', 'BANK', 'ASSET'],
  ['610', 'Accounts Receivable', 'CURRENT', 'ASSET'],
  ['630', 'Inventory Asset', 'INVENTORY', 'ASSET'],
  ['710', 'Tools and Machinery', 'FIXED', 'ASSET'],
  ['800', 'Accounts Payable', 'CURRLIAB', 'LIABILITY'],
  ['820', 'Sales Tax', 'CURRLIAB', 'LIABILITY'],
  ['200', 'Sales of Product Income', 'REVENUE', 'REVENUE'],
  ['210', 'Services', 'REVENUE', 'REVENUE'],
  ['300', 'Cost of Goods Sold', 'DIRECTCOSTS', 'EXPENSE'],
  ['310', 'Subcontractors', 'DIRECTCOSTS', 'EXPENSE'],
  ['320', 'Freight', 'DIRECTCOSTS', 'EXPENSE'],
  ['400', 'Job Materials', 'EXPENSE', 'EXPENSE'],
  ['410', 'Supplies & Materials', 'EXPENSE', 'EXPENSE'],
  ['420', 'Equipment Rental', 'EXPENSE', 'EXPENSE'],
  ['430', 'Small Tools', 'EXPENSE', 'EXPENSE'],
  ['440', 'Vehicle Fuel', 'EXPENSE', 'EXPENSE'],
  ['450', 'Repairs & Maintenance', 'EXPENSE', 'EXPENSE'],
  ['460', 'Waste Disposal', 'EXPENSE', 'EXPENSE'],
  ['470', 'Insurance', 'OVERHEADS', 'EXPENSE'],
  ['480', 'Office Expenses', 'OVERHEADS', 'EXPENSE'],
  ['499', 'Old Site Costs', 'EXPENSE', 'EXPENSE'],
  ['970', 'Owner Equity', 'EQUITY', 'EQUITY'],
]

const systemAccounts: Readonly<Record<string, string>> = {
  '610': 'DEBTORS',
  '800': 'CREDITORS',
  '820': 'GST',
}

/** A chart of accounts as a small trade company would keep it. */
export const seedAccounts: readonly JsonObject[] = chart.map(([code, name, type, kind]) => ({
  Code: code,
  Name: name,
  Type: type,
  Class: kind,
  Status: code === '499' ? 'ARCHIVED' : 'ACTIVE',
  TaxType: kind === 'EXPENSE' ? 'INPUT' : kind === 'REVENUE' ? 'OUTPUT' : 'NONE',
  EnablePaymentsToAccount: false,
  ShowInExpenseClaims: false,
  AddToWatchlist: false,
  HasAttachments: false,
  ...(systemAccounts[code] !== undefined && { SystemAccount: systemAccounts[code] }),
  ...(type === 'BANK' && { BankAccountNumber: '1010101', CurrencyCode: 'USD' }),
}))

const rates: readonly (readonly [type: string, name: string, percent: number, use: string])[] = [
  ['NONE', 'Tax Exempt', 0, 'both'],
  ['INPUT', 'Tax on Purchases', 8.25, 'expense'],
  ['OUTPUT', 'Tax on Sales', 8.25, 'revenue'],
]

export const seedTaxRates: readonly JsonObject[] = rates.map(([type, name, percent, use]) => ({
  TaxType: type,
  Name: name,
  Status: 'ACTIVE',
  TaxComponents: [{ Name: name, Rate: percent, IsCompound: false, IsNonRecoverable: false }],
  CanApplyToAssets: true,
  CanApplyToEquity: true,
  CanApplyToExpenses: use !== 'revenue',
  CanApplyToLiabilities: true,
  CanApplyToRevenue: use !== 'expense',
  DisplayTaxRate: percent,
  EffectiveRate: percent,
}))
