import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import {
  type SeedItem,
  type SeedVendor,
  type Trade,
  tradeByName,
} from '../../../fake-service/trades/trade.ts'
import type { RealmMade } from '../books/record.ts'
import { type EntityKind, entityKinds } from '../entity-kinds.ts'
import type { Entity } from '../json.ts'
import { seedAccounts } from './accounts.ts'
import { taxEntities } from './tax-codes.ts'

type Seeded = RealmMade['entities']

const usDollar = { value: 'USD', name: 'United States Dollar' }

/** What a new practice company finds in its books. */
export function seedEntities(companyName: string, at: string): Seeded {
  const trade = tradeByName(companyName)
  const made: Seeded = []
  const lastIds = new Map<string, number>()
  const add = (kind: EntityKind, body: JsonObject): JsonObject => {
    const space = entityKinds[kind].idSpace
    const next = (lastIds.get(space) ?? 0) + 1
    lastIds.set(space, next)
    const entity: Entity = {
      Active: true,
      ...body,
      Id: textOf(body.Id) ?? String(next),
      SyncToken: '0',
      MetaData: { CreateTime: at, LastUpdatedTime: at },
      domain: 'QBO',
      sparse: false,
    }
    made.push({ kind, entity })
    return { value: entity.Id, name: String(body.FullyQualifiedName ?? body.DisplayName ?? body.Name) }
  }
  const accounts = new Map(seedAccounts.map((account) => [String(account.Name), add('Account', account)]))
  seedTerms(add)
  made.push(...taxEntities('US', at))
  seedPeople(add, trade)
  seedItems({ add, trade, accounts, date: at.slice(0, 10) })
  for (const name of trade.classes) add('Class', { Name: name, FullyQualifiedName: name, SubClass: false })
  for (const name of ['Head office', 'Yard'])
    add('Department', { Name: name, FullyQualifiedName: name, SubDepartment: false })
  return made
}

type Add = (kind: EntityKind, body: JsonObject) => JsonObject

function seedTerms(add: Add): void {
  add('Term', { Name: 'Net 30', Type: 'STANDARD', DueDays: 30, DiscountPercent: 0 })
  add('Term', { Name: 'Due on receipt', Type: 'STANDARD', DueDays: 0, DiscountPercent: 0 })
}

function seedPeople(add: Add, trade: Trade): void {
  for (const vendor of trade.vendors) add('Vendor', vendorBody(vendor))
  for (const name of trade.customers) {
    add('Customer', {
      DisplayName: name,
      FullyQualifiedName: name,
      PrintOnCheckName: name,
      CurrencyRef: usDollar,
      Balance: 0,
      Job: false,
    })
  }
  add('Employee', { DisplayName: trade.employee, PrintOnCheckName: trade.employee })
}

function seedItems(options: {
  add: Add
  trade: Trade
  accounts: Map<string, JsonObject>
  date: string
}): void {
  const { add, trade, accounts, date } = options
  const account = (name: string): JsonObject => accounts.get(name) ?? {}
  for (const item of trade.items) add('Item', itemBody(item, { account, date }))
}

export function vendorBody({ name, active, phone, email, address }: SeedVendor): JsonObject {
  return {
    DisplayName: name,
    CompanyName: name,
    PrintOnCheckName: name,
    Active: active ?? true,
    CurrencyRef: usDollar,
    Balance: 0,
    Vendor1099: false,
    PrimaryPhone: { FreeFormNumber: phone },
    PrimaryEmailAddr: { Address: email },
    BillAddr: { ...address, CountrySubDivisionCode: 'WA', Country: 'USA' },
  }
}

interface Ledger {
  account: (name: string) => JsonObject
  date: string
}

export function itemBody(item: SeedItem, { account, date }: Ledger): JsonObject {
  const common = {
    Name: item.name,
    FullyQualifiedName: item.name,
    Description: item.description,
    PurchaseDesc: item.description,
    Sku: item.sku,
    Type: item.type,
    Active: item.active ?? true,
    Taxable: item.type !== 'Service',
    UnitPrice: item.price,
    PurchaseCost: item.cost,
  }
  const stock = {
    TrackQtyOnHand: true,
    QtyOnHand: item.onHand ?? 0,
    InvStartDate: date,
    AssetAccountRef: account('Inventory Asset'),
    IncomeAccountRef: account('Sales of Product Income'),
    ExpenseAccountRef: account('Cost of Goods Sold'),
  }
  const bought = {
    TrackQtyOnHand: false,
    IncomeAccountRef: account(item.type === 'Service' ? 'Services' : 'Sales of Product Income'),
    ExpenseAccountRef: account(item.expense ?? 'Job Materials'),
  }
  return { ...common, ...(item.type === 'Inventory' ? stock : bought) }
}
