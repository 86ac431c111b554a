import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../fake-service/json.ts'
import { type SeedItem, type SeedVendor, tradeByName } from '../../../fake-service/trades/trade.ts'
import type { TenantMade } from '../books/record.ts'
import type { ElementKind } from '../element-kinds.ts'
import { seedAccounts, seedTaxRates } from './accounts.ts'

type Seeded = TenantMade['elements']

/** What a new practice organisation finds in its books. */
export function seedElements(organisationName: string, at: string): Seeded {
  const trade = tradeByName(organisationName)
  const identified = (kind: ElementKind, idName: string, bodies: readonly JsonObject[]): Seeded =>
    bodies.map((body) => ({ kind, element: { ...body, [idName]: randomUUID(), UpdatedDateUTC: at } }))
  const plain = (kind: ElementKind, bodies: readonly JsonObject[]): Seeded =>
    bodies.map((element) => ({ kind, element }))
  return [
    ...identified('Account', 'AccountID', seedAccounts),
    ...plain('TaxRate', seedTaxRates),
    ...plain('Currency', [{ Code: 'USD', Description: 'United States Dollar' }]),
    ...identified('Contact', 'ContactID', [
      ...trade.vendors.map(contactElement),
      ...trade.customers.map(customer),
    ]),
    ...identified('Item', 'ItemID', trade.items.filter(({ active }) => active !== false).map(itemElement)),
    ...identified('TrackingCategory', 'TrackingCategoryID', [
      category('Division', trade.classes),
      category('Region', ['Head office', 'Yard']),
    ]),
  ]
}

export function contactElement({ name, phone, email, address, active }: SeedVendor): JsonObject {
  return {
    ...blankContact(name),
    ContactStatus: active === false ? 'ARCHIVED' : 'ACTIVE',
    EmailAddress: email,
    IsSupplier: true,
    Addresses: [
      { AddressType: 'STREET' },
      {
        AddressType: 'POBOX',
        AddressLine1: address.Line1,
        City: address.City,
        Region: 'WA',
        PostalCode: address.PostalCode,
        Country: 'USA',
      },
    ],
    Phones: [{ PhoneType: 'DEFAULT', PhoneNumber: phone }],
  }
}

function customer(name: string): JsonObject {
  return { ...blankContact(name), IsCustomer: true }
}

function blankContact(name: string): JsonObject {
  return {
    Name: name,
    ContactStatus: 'ACTIVE',
    EmailAddress: '',
    BankAccountDetails: '',
    IsSupplier: false,
    IsCustomer: false,
    HasAttachments: false,
    ContactPersons: [],
    Addresses: [{ AddressType: 'STREET' }, { AddressType: 'POBOX' }],
    Phones: [{ PhoneType: 'DEFAULT' }],
  }
}

const codes = new Map(seedAccounts.map(({ Name, Code }) => [Name, Code]))

export function itemElement(seed: SeedItem): JsonObject {
  const isStock = seed.type === 'Inventory'
  const account = codes.get(seed.expense ?? 'Job Materials') ?? '400'
  const bought = isStock ? { COGSAccountCode: '300' } : { AccountCode: account }
  return {
    Code: seed.sku,
    Name: seed.name.slice(0, 50),
    Description: seed.description,
    PurchaseDescription: seed.description,
    IsSold: true,
    IsPurchased: true,
    PurchaseDetails: { UnitPrice: seed.cost, TaxType: 'INPUT', ...bought },
    SalesDetails: { UnitPrice: seed.price, AccountCode: '200', TaxType: 'OUTPUT' },
    IsTrackedAsInventory: isStock,
    ...(isStock && { InventoryAssetAccountCode: '630', QuantityOnHand: seed.onHand ?? 0, TotalCostPool: 0 }),
  }
}

function category(name: string, options: readonly string[]): JsonObject {
  const Options = options.map((Name) => ({ TrackingOptionID: randomUUID(), Name, Status: 'ACTIVE' }))
  return { Name: name, Status: 'ACTIVE', Options }
}
