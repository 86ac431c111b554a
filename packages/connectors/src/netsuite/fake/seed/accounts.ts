import type { JsonObject } from '../../../fake-service/json.ts'

const chart: readonly (readonly [number: string, name: string, type: string])[] = [
  ['1000', 'Checking', 'Bank'],
  ['1100', 'Accounts Receivable', 'AcctRec'],
  ['1300', 'Inventory Asset', 'OthCurrAsset'],
  ['1500', 'Tools and Machinery', 'FixedAsset'],
  ['2000', 'Accounts Payable', 'AcctPay'],
  ['2200', 'Sales Tax', 'OthCurrLiab'],
  ['3000', 'Owner Equity', 'Equity'],
  ['4000', 'Sales of Product Income', 'Income'],
  ['4100', 'Services', 'Income'],
  ['5000', 'Cost of Goods Sold', 'COGS'],
  ['5100', 'Subcontractors', 'COGS'],
  ['5200', 'Freight', 'COGS'],
  ['6000', 'Job Materials', 'Expense'],
  ['6100', 'Supplies & Materials', 'Expense'],
  ['6200', 'Equipment Rental', 'Expense'],
  ['6300', 'Small Tools', 'Expense'],
  ['6400', 'Vehicle Fuel', 'Expense'],
  ['6500', 'Repairs & Maintenance', 'Expense'],
  ['6600', 'Waste Disposal', 'Expense'],
  ['6700', 'Insurance', 'Expense'],
  ['6800', 'Office Expenses', 'Expense'],
  ['6900', 'Old Site Costs', 'Expense'],
]

/** A chart of accounts as a small trade company would keep it. */
export const seedAccounts: readonly JsonObject[] = chart.map(([acctNumber, acctName, acctType]) => ({
  acctNumber,
  acctName,
  acctType,
  displayNameWithHierarchy: acctName,
  isSummary: false,
  currency: { id: '1' },
  isInactive: acctName === 'Old Site Costs',
}))

export function accountId(name: string): string {
  return String(chart.findIndex(([, each]) => each === name) + 1)
}
