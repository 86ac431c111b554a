import { type LedgerDriver, type Page, RateLimited, type RemoteItem } from '@fieldledger/accounting'
import {
  createRecord,
  importFromLedger,
  startWholeImport,
  stopWholeImport,
  syncItems,
  syncItemsOrHandOver,
  tickWholeImports,
} from '@fieldledger/catalogue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { type LedgerHouse, openLedgerHouse } from '../testing/ledger-house.ts'
import { createWholeImports, defineWholeImportModels } from './whole-imports.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
  const { imports, rows } = defineWholeImportModels(database.connection)
  await Promise.all([imports.createIndexes(), rows.createIndexes()])
})
afterAll(() => drop())

const rowsPerPage = 4
const person = { id: 'p', name: 'Bea Books' }

/** A ledger of 10 vendors, 9 items and an account that gives four rows a page, and counts what it is asked. */
async function bigHouse() {
  const house = await openLedgerHouse(database)
  const { books, scope, connectionId } = house
  for (let n = books.vendors.length; n < 10; n += 1)
    books.vendors.push({ reference: { id: `v${n}` }, name: `Vendor ${n}`, active: true })
  for (let n = books.items.length; n < 9; n += 1) books.items.push(item(n))
  const asked: string[] = []
  const faults: (Error | undefined)[] = []
  const meanwhile: (() => Promise<void>)[] = []
  const lists: Record<string, readonly object[]> = {
    'vendor.list': books.vendors,
    'item.list': books.items,
    'account.list': books.accounts,
  }
  const run = async ({ operation, input }: { operation: string; input: object }): Promise<Page<object>> => {
    const from = 'cursor' in input ? Number(input.cursor) : 0
    asked.push(`${operation} ${from}`)
    const fault = faults.shift()
    if (fault !== undefined) throw fault
    await meanwhile.shift()?.()
    const all = lists[operation] ?? []
    const rows = all.slice(from, from + rowsPerPage)
    const left = all.length - from - rows.length
    return left === 0 ? { rows } : { rows, left, next: String(from + rows.length) }
  }
  const wholeImports = createWholeImports(database)
  const finished: string[] = []
  const ports = {
    ...house.ports,
    driverFor: () => ({ run }) as unknown as LedgerDriver,
    wholeImports,
    finished: async ({ id }: { id: string }) => void finished.push(id),
  }
  const which = { scope, connectionId }
  return {
    ...house,
    ...{ asked, faults, meanwhile, finished, ports },
    start: () => startWholeImport(ports, { ...which, person }),
    stop: () => stopWholeImport(ports, which),
    /** One page or one portion. */
    step: () => tickWholeImports(ports, { mostMs: 0 }),
    async finish() {
      while (await tickWholeImports(ports, { mostMs: 1000 }));
    },
    now: async () => {
      const found = await wholeImports.get(scope, connectionId)
      return found ?? expect.unreachable('there is an import')
    },
    noted: async () =>
      wholeImports.noted(scope, {
        importId: (await wholeImports.get(scope, connectionId))?.id ?? '',
        limit: 9,
      }),
    /** As if its worker had been dead for longer than a lease lasts. */
    outlive: () =>
      defineWholeImportModels(database.connection).imports.updateOne(
        { companyId: scope.companyId },
        { $set: { dueAt: new Date(0) } },
      ),
  }
}

function item(n: number): RemoteItem {
  return {
    reference: { id: `i${n}` },
    name: `Item ${n}`,
    kind: 'non-inventory',
    active: true,
    purchaseCost: `${n}.00`,
    expenseAccount: { id: '80' },
    preferredVendor: { id: `v${n}` },
  }
}

/** Pages of 10 vendors, 9 items and 1 account, four rows each. */
const leastRequests = 3 + 3 + 1
const kinds = ['vendor', 'material', 'account'] as const
const namesOf = async ({ ports, scope }: LedgerHouse) =>
  Promise.all(
    kinds.map(async (kind) => (await ports.catalogue.all(scope, kind)).map(({ name }) => name).sort()),
  )

test('a first sync asks for each page once, tells how far it is, and brings what an import would', async () => {
  const at = await bigHouse()
  await at.start()
  for (let pages = 0; pages < 3; pages += 1) await at.step()
  expect(await at.now()).toMatchObject({
    phase: 'reading',
    lists: [
      { list: 'accounts', pages: 1, read: 1, expected: 1 },
      { list: 'vendors', pages: 2, read: 8, expected: 10 },
      { list: 'items', pages: 0, read: 0 },
    ],
  })
  expect(await namesOf(at)).toEqual([[], [], []])
  await at.finish()
  expect(await at.now()).toMatchObject({
    phase: 'done',
    lists: [
      { settled: 1, outcomes: { create: 1 } },
      { settled: 10, outcomes: { create: 9, 'skip-inactive': 1 } },
      { settled: 9, outcomes: { create: 9 } },
    ],
  })
  console.log(`first sync: ${at.asked.length} requests, the pages require ${leastRequests}`)
  expect(at.asked).toHaveLength(leastRequests)
  expect(at.woken).toEqual([at.connectionId])
  expect(at.finished).toHaveLength(1)

  const usual = await openLedgerHouse(database)
  Object.assign(usual.books, at.books)
  await importFromLedger(usual.ports, { ...usual, lists: ['accounts', 'vendors', 'items'], apply: true })
  expect(await namesOf(at)).toEqual(await namesOf(usual))
  const [material] = await at.ports.catalogue.named(at.scope, { kind: 'material', name: 'Item 5' })
  const [vendor] = await at.ports.catalogue.named(at.scope, { kind: 'vendor', name: 'Vendor 5' })
  expect(material).toMatchObject({ price: '5.00', vendorId: vendor?.id, accountId: expect.any(String) })
})

test('it is stopped and left, and goes on with the next page: no page is asked for twice', async () => {
  const at = await bigHouse()
  await at.start()
  await at.step()
  at.meanwhile.push(at.stop)
  await at.step()
  expect(await at.step()).toBe(false)
  await expect(at.stop()).rejects.toMatchObject({ code: 'no-whole-import-under-way' })
  expect(at.asked).toEqual(['account.list 0', 'vendor.list 0'])
  await at.start()
  await expect(at.start()).rejects.toMatchObject({ code: 'whole-import-under-way' })
  await at.step()
  expect(at.asked.at(-1)).toBe('vendor.list 4')
  await at.finish()
  expect(at.asked).toHaveLength(leastRequests)
  expect(await at.now()).toMatchObject({ phase: 'done' })
})

test('whoever is killed in the middle of a page or a portion holds it for a while; then the next one goes on', async () => {
  const at = await bigHouse()
  await at.start()
  await at.step()
  at.faults.push(new TypeError('killed'))
  await expect(at.step()).rejects.toThrow('killed')
  expect(await at.step()).toBe(false)
  await at.outlive()
  await Promise.all([at.finish(), at.finish()])
  expect(at.asked).toHaveLength(leastRequests + 1)
  expect((await namesOf(at))[0]).toHaveLength(9)
})

test('a busy ledger is asked for the same page again; what fails for good waits for a person', async () => {
  const at = await bigHouse()
  await at.start()
  at.faults.push(new RateLimited('Busy: it is asked again.', { retryAfterMs: 0 }))
  await at.step()
  expect(await at.now()).toMatchObject({ phase: 'reading', message: 'Busy: it is asked again.' })
  await at.step()
  expect((await at.now()).message).toBeUndefined()
  const connections = database.connection.collection<{ _id: string }>('connections')
  await connections.updateOne({ _id: at.connectionId }, { $set: { state: 'needs-reconnect' } })
  await at.step()
  expect(await at.now()).toMatchObject({ halt: 'failed', message: expect.stringContaining('reconnect') })
  await expect(at.start()).rejects.toMatchObject({ code: 'connection-not-active' })
  await connections.updateOne({ _id: at.connectionId }, { $set: { state: 'active' } })
  await at.start()
  await at.finish()
  expect(await at.now()).toMatchObject({ phase: 'done' })
  expect(at.asked).toHaveLength(leastRequests + 1)
})

test('namesakes far apart in a long list are left to a person, ours of the same name are linked, and again is nothing new', async () => {
  const at = await bigHouse()
  at.books.vendors.push({ reference: { id: 'twin' }, name: 'cascade  LUMBER supply', active: true })
  const mine = await createRecord(at.ports, { ...at, kind: 'vendor', input: { name: 'vendor 7' } })
  await at.start()
  await at.finish()
  expect((await at.noted()).map(({ remoteId, outcome }) => [remoteId, outcome])).toEqual([
    ['1', 'conflict'],
    ['twin', 'conflict'],
    ['v7', 'link'],
  ])
  const links = await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [mine.id] })
  expect(links).toMatchObject([{ remote: { id: 'v7' }, origin: 'matched' }])
  const before = await namesOf(at)
  await at.start()
  await at.finish()
  expect((await at.now()).lists.map(({ outcomes }) => outcomes.create ?? 0)).toEqual([0, 0, 0])
  expect(await namesOf(at)).toEqual(before)
})

test('Sync Items, Sync Suppliers and the preview of all lists ask for each page once', async () => {
  const at = await bigHouse()
  const { books } = at
  while (books.vendors.length < 300)
    books.vendors.push({
      ...{ reference: { id: `v${books.vendors.length}` }, name: `Vendor ${books.vendors.length}` },
      active: true,
    })
  while (books.items.length < 300) books.items.push(item(books.items.length))
  const pages = (rows: readonly object[]) => Math.ceil(rows.length / rowsPerPage)
  const least = { vendors: pages(books.vendors), items: pages(books.items), accounts: pages(books.accounts) }
  const used = async (work: () => Promise<unknown>) => {
    const before = at.asked.length
    await work()
    return at.asked.length - before
  }
  const take = (lists: ('vendors' | 'items' | 'accounts')[], apply: boolean) => () =>
    importFromLedger(at.ports, { ...at, lists, apply })
  const counted = {
    preview: await used(take(['vendors', 'items', 'accounts'], false)),
    suppliers: await used(take(['vendors'], true)),
    items: await used(() => syncItems(at.ports, at)),
  }
  console.log('requests used against the least:', counted, least)
  expect(counted).toEqual({
    preview: least.vendors + least.items + least.accounts,
    suppliers: least.vendors,
    items: least.items,
  })
})

test('a long list is handed to a worker after the first page, which goes on without asking for it again', async () => {
  const at = await bigHouse()
  const long = { wholeImports: at.ports.wholeImports, person, mostAtOnce: rowsPerPage }
  const take = (apply: boolean) =>
    importFromLedger(at.ports, { ...at, lists: ['accounts', 'vendors', 'items'], apply, long })
  const wishes = async () => (await at.now()).lists.map(({ list, outcomes }) => [list, outcomes])

  expect((await take(false)).map(({ list }) => list)).toEqual(['accounts'])
  expect(at.asked).toEqual(['account.list 0', 'vendor.list 0'])
  expect(await at.now()).toMatchObject({ wish: 'preview', lists: [{ read: 4, expected: 10 }, { read: 0 }] })
  await expect(take(true)).rejects.toMatchObject({ code: 'whole-import-under-way' })
  await at.stop()
  at.asked.splice(0)
  await take(false)
  await at.finish()
  expect(at.asked).toHaveLength(leastRequests)
  expect(await wishes()).toEqual([
    ['vendors', { create: 9, 'skip-inactive': 1 }],
    ['items', { create: 9 }],
  ])
  expect((await namesOf(at)).slice(0, 2)).toEqual([[], []])
  expect([at.finished, at.woken]).toEqual([[], []])

  at.asked.splice(0)
  const mine = await createRecord(at.ports, {
    ...at,
    kind: 'material',
    input: { name: 'Item 5', price: '1' },
  })
  expect(await syncItemsOrHandOver(at.ports, { ...at, long })).toBeUndefined()
  await at.finish()
  expect(at.asked).toHaveLength(3)
  expect(await wishes()).toEqual([['items', { link: 1 }]])
  expect(await at.ports.catalogue.all(at.scope, 'material')).toMatchObject([{ id: mine.id, price: '5.00' }])

  at.asked.splice(0)
  expect(await importFromLedger(at.ports, { ...at, lists: ['vendors'], apply: true, long })).toEqual([])
  await at.finish()
  expect(at.asked).toHaveLength(3)
  expect((await namesOf(at))[0]).toHaveLength(9)
})
