import type { JsonObject } from '../../../fake-service/json.ts'
import { type SeedItem, type SeedVendor, tradeByName } from '../../../fake-service/trades/trade.ts'
import type { CompanyMade } from '../books/record.ts'
import { type Family, type RecordType, traitsOf } from '../record-types/record-types.ts'
import { accountId, seedAccounts } from './accounts.ts'
import { seedEmployees } from './employees.ts'

type Seeded = CompanyMade['records']

const usDollar = { id: '1' }
const parentCompany = { id: '1' }

interface NewCompany {
  name: string
  at: string
  /** Beneath the company itself; its vendors are then theirs, in turn. */
  subsidiaries?: readonly string[]
}

/** What a new practice company finds in its books. */
export function seedRecords({ name: companyName, at, subsidiaries = [] }: NewCompany): Seeded {
  const trade = tradeByName(companyName)
  const counted = new Map<Family, number>()
  const records = (type: RecordType, bodies: readonly JsonObject[]): Seeded =>
    bodies.map((body) => {
      const { family } = traitsOf(type)
      const id = (counted.get(family) ?? 0) + 1
      counted.set(family, id)
      const common = { isInactive: false, dateCreated: at, lastModifiedDate: at }
      return { type, record: { id: String(id), ...common, ...body } }
    })
  const named = (names: readonly string[]) => names.map((name) => ({ name, fullName: name }))
  const currency = {
    name: 'US Dollar',
    fullName: 'US Dollar',
    symbol: 'USD',
    isBaseCurrency: true,
    exchangeRate: 1,
  }
  const company = { name: companyName, fullName: companyName, currency: usDollar, country: 'US' }
  return [
    ...records('currency', [currency]),
    ...records('subsidiary', [
      { ...company, isElimination: false },
      ...subsidiaries.map((name) => ({
        ...company,
        name,
        fullName: `${companyName} : ${name}`,
        isElimination: false,
        parent: parentCompany,
      })),
    ]),
    ...records('account', seedAccounts),
    ...records('term', [
      { name: 'Net 30', daysUntilNetDue: 30 },
      { name: 'Due on receipt', daysUntilNetDue: 0 },
    ]),
    ...records('expenseCategory', [
      { name: 'Job costs', expenseAcct: { id: accountId('Job Materials') } },
      { name: 'Fuel', expenseAcct: { id: accountId('Vehicle Fuel') } },
    ]),
    ...records('taxSchedule', named(['Taxable', 'Not taxable'])),
    ...records('classification', named(trade.classes)),
    ...records('department', named(['Operations', 'Office'])),
    ...records('location', named(['Head office', 'Yard'])),
    ...records(
      'vendor',
      trade.vendors.map((seed, n) => {
        const own = subsidiaries.length === 0 ? 0 : (n % subsidiaries.length) + 1
        return { ...vendorRecord(seed), subsidiary: { id: String(1 + own) } }
      }),
    ),
    ...records('customer', trade.customers.map(customer)),
    ...records('employee', seedEmployees(trade.employee)),
    ...trade.items.flatMap((seed) => records(itemType(seed), [itemRecord(seed)])),
  ]
}

export function vendorRecord({ name, phone, email, address, active }: SeedVendor): JsonObject {
  const addressBookAddress = {
    addressee: name,
    addr1: address.Line1,
    city: address.City,
    state: 'WA',
    zip: address.PostalCode,
    country: { id: 'US', refName: 'United States' },
  }
  return {
    entityId: name,
    companyName: name,
    isPerson: false,
    email,
    phone,
    subsidiary: parentCompany,
    currency: usDollar,
    balance: 0,
    isInactive: active === false,
    addressBook: [
      { line: 1, defaultBilling: true, defaultShipping: true, label: address.Line1, addressBookAddress },
    ],
  }
}

function customer(name: string): JsonObject {
  const company = { entityId: name, companyName: name, isPerson: false }
  return { ...company, subsidiary: parentCompany, currency: usDollar }
}

export function itemType({ type }: SeedItem): RecordType {
  if (type === 'Inventory') return 'inventoryItem'
  return type === 'Service' ? 'servicePurchaseItem' : 'nonInventoryPurchaseItem'
}

export function itemRecord(seed: SeedItem): JsonObject {
  const stock = {
    cogsAccount: { id: accountId('Cost of Goods Sold') },
    assetAccount: { id: accountId('Inventory Asset') },
    incomeAccount: { id: accountId('Sales of Product Income') },
    quantityOnHand: seed.onHand ?? 0,
  }
  const bought = { expenseAccount: { id: accountId(seed.expense ?? 'Job Materials') } }
  return {
    itemId: seed.name,
    displayName: seed.name.slice(0, 60),
    upcCode: seed.sku,
    purchaseDescription: seed.description,
    cost: seed.cost,
    includeChildren: true,
    subsidiary: [parentCompany],
    ...(seed.type === 'Inventory' ? stock : bought),
    isInactive: seed.active === false,
  }
}
