import type { JsonObject } from '../../../fake-service/json.ts'
import { classificationOf } from '../rules/account-types.ts'

const chart: readonly (readonly [number: string, name: string, type: string, subType: string])[] = [
  ['1000', 'Checking', 'Bank', 'Checking'],
  ['1010', 'Savings', 'Bank', 'Savings'],
  ['1200', 'Accounts Receivable', 'Accounts Receivable', 'AccountsReceivable'],
  ['1300', 'Inventory Asset', 'Other Current Asset', 'Inventory'],
  ['1400', 'Prepaid Expenses', 'Other Current Asset', 'PrepaidExpenses'],
  ['1500', 'Vehicles', 'Fixed Asset', 'Vehicles'],
  ['1510', 'Tools and Machinery', 'Fixed Asset', 'MachineryAndEquipment'],
  ['2000', 'Accounts Payable', 'Accounts Payable', 'AccountsPayable'],
  ['2100', 'Company Credit Card', 'Credit Card', 'CreditCard'],
  ['2200', 'Payroll Liabilities', 'Other Current Liability', 'PayrollTaxPayable'],
  ['2500', 'Equipment Loan', 'Long Term Liability', 'NotesPayable'],
  ['3000', 'Opening Balance Equity', 'Equity', 'OpeningBalanceEquity'],
  ['3900', 'Retained Earnings', 'Equity', 'RetainedEarnings'],
  ['4000', 'Services', 'Income', 'ServiceFeeIncome'],
  ['4010', 'Sales of Product Income', 'Income', 'SalesOfProductIncome'],
  ['5000', 'Cost of Goods Sold', 'Cost of Goods Sold', 'SuppliesMaterialsCogs'],
  ['5010', 'Subcontractors', 'Cost of Goods Sold', 'CostOfLaborCos'],
  ['5020', 'Freight', 'Cost of Goods Sold', 'ShippingFreightDeliveryCos'],
  ['6000', 'Job Materials', 'Expense', 'SuppliesMaterials'],
  ['6010', 'Supplies & Materials', 'Expense', 'SuppliesMaterials'],
  ['6020', 'Equipment Rental', 'Expense', 'EquipmentRental'],
  ['6030', 'Small Tools', 'Expense', 'SuppliesMaterials'],
  ['6040', 'Vehicle Fuel', 'Expense', 'Auto'],
  ['6050', 'Repairs & Maintenance', 'Expense', 'RepairMaintenance'],
  ['6060', 'Permits & Licences', 'Expense', 'TaxesPaid'],
  ['6070', 'Waste Disposal', 'Expense', 'OtherMiscellaneousServiceCost'],
  ['6080', 'Insurance', 'Expense', 'Insurance'],
  ['6090', 'Office Expenses', 'Expense', 'OfficeGeneralAdministrativeExpenses'],
  ['7000', 'Interest Earned', 'Other Income', 'InterestEarned'],
  ['8000', 'Penalties', 'Other Expense', 'PenaltiesSettlements'],
]

/** A chart of accounts as a small trade company in the United States would keep it. */
export const seedAccounts: readonly JsonObject[] = chart.map(([number, name, type, subType]) => ({
  Name: name,
  FullyQualifiedName: name,
  AcctNum: number,
  AccountType: type,
  AccountSubType: subType,
  Classification: classificationOf(type),
  SubAccount: false,
  CurrentBalance: 0,
  CurrentBalanceWithSubAccounts: 0,
  CurrencyRef: { value: 'USD', name: 'United States Dollar' },
}))
