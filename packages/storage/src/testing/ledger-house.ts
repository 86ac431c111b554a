import type {
  ChangedItem,
  ChangedParty,
  Connector,
  LedgerDriver,
  OperationName,
  RemoteAccount,
  RemoteItem,
  RemoteParty,
  RemoteReference,
} from '@fieldledger/accounting'
import type { CataloguePorts } from '@fieldledger/catalogue'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { createCatalogueRepository } from '../catalogue/catalogue-repository.ts'
import { createLinkRepository } from '../catalogue/link-repository.ts'
import { createLedgerConnections } from '../connections/connection-lookup.ts'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import type { Database } from '../scope/connect-database.ts'

export type LedgerHouse = Awaited<ReturnType<typeof openLedgerHouse>>

function booksOf() {
  const vendors: RemoteParty[] = [
    { reference: { id: '1' }, name: 'Cascade Lumber Supply', active: true, currency: 'USD', phone: '206' },
    { reference: { id: '2' }, name: 'Puget Ready Mix', active: true },
    { reference: { id: '3' }, name: 'Old Town Hardware', active: false },
  ]
  const items: RemoteItem[] = [
    {
      reference: { id: '10' },
      name: 'Rebar #4',
      kind: 'non-inventory',
      purchaseCost: '10.35',
      expenseAccount: { id: '80' },
      active: true,
    },
  ]
  const accounts: RemoteAccount[] = [
    { reference: { id: '80' }, name: 'Job Materials', number: '6000', role: 'expense', active: true },
  ]
  return { vendors, items, accounts }
}

/** A company with an active connection; `books` is what its ledger holds. */
export async function openLedgerHouse(database: Database) {
  const scope = companyScope(v7())
  const books = booksOf()
  const vendorsCan = { update: true, severalEmails: true }
  /** What of a connector the catalogue looks at. */
  const connector = {
    label: 'Some ledger',
    capabilities: {
      vendors: vendorsCan,
      items: { update: ['name', 'sku', 'description', 'price'] },
      unitPriceDecimals: 4,
    },
  } as unknown as Connector
  const woken: string[] = []
  /** Names of vendors that were changed there, one for each request. */
  const updates: string[] = []
  /** What of items was changed there, one for each request. */
  const itemUpdates: ChangedItem['changes'][] = []
  const refuse: { with?: Error | undefined } = {}
  const answers: Partial<Record<OperationName, (input: { name: string }) => unknown>> = {
    'vendor.list': () => ({ rows: books.vendors }),
    'item.list': () => ({ rows: books.items }),
    'item.get': (input) => {
      const { reference } = input as unknown as { reference: RemoteReference }
      return books.items.find((item) => item.reference.id === reference.id) ?? null
    },
    'item.update': (input) => {
      const { reference, changes } = input as unknown as ChangedItem
      itemUpdates.push(changes)
      if (refuse.with !== undefined) throw refuse.with
      const at = books.items.findIndex((item) => item.reference.id === reference.id)
      const changed = { ...books.items[at], ...changes } as RemoteItem
      books.items[at] = changed
      return changed
    },
    'account.list': () => ({ rows: books.accounts }),
    'vendor.find': ({ name }) => books.vendors.filter((vendor) => vendor.name === name),
    'vendor.get': (input) => {
      const { reference } = input as unknown as { reference: RemoteReference }
      return books.vendors.find((vendor) => vendor.reference.id === reference.id) ?? null
    },
    'vendor.update': (input) => {
      const { reference, party, active } = input as unknown as ChangedParty
      updates.push(party.name)
      if (refuse.with !== undefined) throw refuse.with
      const at = books.vendors.findIndex((vendor) => vendor.reference.id === reference.id)
      const currency = books.vendors[at]?.currency
      const [email] = vendorsCan.severalEmails ? [party.email] : (party.email ?? '').split(', ')
      const changed = {
        ...{ reference, ...party, active },
        ...(email === undefined ? {} : { email }),
        ...(currency === undefined ? {} : { currency }),
      }
      books.vendors[at] = changed
      return changed
    },
    'vendor.create': ({ name }) => {
      const made = { reference: { id: String(books.vendors.length + 1) }, name, active: true }
      books.vendors.push(made)
      return made
    },
  }
  const driver = {
    run: async (call: { operation: OperationName; input: unknown }) =>
      answers[call.operation]?.(call.input as { name: string }),
  } as unknown as LedgerDriver
  const connectionId = v7()
  await createConnectionRepository(database).insert({
    id: connectionId,
    companyId: scope.companyId,
    provider: 'some-ledger',
    environment: 'practice',
    name: 'Books',
    state: 'active',
    ledgerCompanyId: v7(),
    currency: 'USD',
    rules: { costCodeAccounts: {} },
    createdAt: new Date(),
  })
  const ports: CataloguePorts = {
    catalogue: createCatalogueRepository(database),
    links: createLinkRepository(database),
    connections: createLedgerConnections({ database, connectorOf: () => connector }),
    driverFor: () => driver,
    wakeHeld: async (_scope, id) => void woken.push(id),
    clock: { now: () => new Date() },
    newId: () => v7(),
  }
  return { scope, books, vendorsCan, ports, connectionId, woken, updates, itemUpdates, refuse }
}
