import {
  type ChangePage,
  DocumentRejected,
  type LedgerChange,
  type LedgerDriver,
  LedgerUnavailable,
  RateLimited,
} from '@fieldledger/accounting'
import { importFromLedger, takeEvents, tickFeeds } from '@fieldledger/catalogue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { createLedgerFeeds } from '../connections/ledger-feeds.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openLedgerHouse } from '../testing/ledger-house.ts'
import { createLedgerEvents } from './ledger-events.ts'
import { createWholeImports } from './whole-imports.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const today = new Date().toISOString().slice(0, 10)

const change = (more: Partial<LedgerChange>): LedgerChange => ({
  record: 'vendor',
  remoteId: '1',
  at: `${today}T10:00:00.000Z`,
  ...more,
})

/** Imported; its ledger answers with `pages` when it is asked what was changed. */
async function house() {
  const at = await openLedgerHouse(database)
  await importFromLedger(at.ports, { ...at, lists: ['vendors', 'items', 'accounts'], apply: true })
  const pages: (Partial<ChangePage> | Error)[] = []
  const asked: { since: string; cursor?: string }[] = []
  const run = async ({ input }: { input: { since: string } }): Promise<ChangePage> => {
    asked.push(input)
    const page = pages.shift() ?? {}
    if (page instanceof Error) throw page
    return { rows: [], complete: true, ...page }
  }
  const heard: object[] = []
  const ports = {
    ...at.ports,
    events: createLedgerEvents(database),
    feeds: createLedgerFeeds(database),
    wholeImports: createWholeImports(database),
    rhythms: new Map([['some-ledger', { everyMinutes: 5, lookBackDays: 30 }]]),
    driverFor: () => ({ run }) as unknown as LedgerDriver,
    hearOfDocument: async (what: object) => heard.push(what) > 0,
  }
  const { connections } = defineConnectionModels(database.connection)
  const place = { companyId: at.scope.companyId, _id: at.connectionId }
  // Others of this file are left alone.
  await connections.collection.updateMany(
    { _id: { $ne: at.connectionId } as never },
    { $set: { state: 'disconnected' } },
  )
  const feed = async () => (await connections.findOne(place).lean())?.feed
  return {
    ...at,
    ...{ ports, pages, asked, heard, feed },
    ask: async () => {
      await ports.feeds.knock(at.scope, at.connectionId)
      await tickFeeds(ports, { mostMs: 0 })
      await takeEvents(ports)
    },
    age: (days: number) =>
      connections.updateOne(place, { $set: { 'feed.heardAt': new Date(Date.now() - days * 86_400_000) } }),
    endImport: async () => {
      const seen = await ports.wholeImports.get(at.scope, at.connectionId)
      if (seen !== undefined)
        await ports.wholeImports.move(at.scope, { seen, to: { phase: 'done', dueAt: new Date() } })
    },
    link: async (kind: 'vendor' | 'material') => {
      const ours = await at.ports.catalogue.all(at.scope, kind)
      const links = await at.ports.links.ofRecords(at.scope, { kind, ids: ours.map(({ id }) => id) })
      return links.find(({ remote }) => ['1', '10'].includes(remote.id))
    },
  }
}

test('the first look finds out where the next begins; from then on each change is kept first, once, and looked at', async () => {
  const at = await house()
  at.pages.push(
    { rows: [change({ remoteId: 'before' })], next: '2' },
    { rows: [change({ at: `${today}T11:00:00.000Z` })] },
  )
  await at.ask()
  expect(at.asked.map(({ cursor }) => cursor)).toEqual([undefined, '2'])
  expect((await at.link('vendor'))?.owed).toBeUndefined()
  const told = {
    rows: [change({ at: `${today}T12:00:00.000Z` }), change({ record: 'document', remoteId: 'po' })],
  }
  at.pages.push(told, told)
  await at.ask()
  // What came while the first page was read is asked for once more.
  const { since = '' } = at.asked.at(-1) ?? {}
  expect([since > `${today}T10:59`, since <= `${today}T11:00:00.000Z`]).toEqual([true, true])
  expect((await at.link('vendor'))?.owed).toMatchObject({ looks: true })
  await at.ask()
  expect(at.heard).toHaveLength(1)
  expect(await at.feed()).toMatchObject({ since: `${today}T12:00:00.000Z` })
})

test('S2-34 S2-36 an item that was renamed or made inactive there: its pair is called so, and ends until it is synchronised again', async () => {
  const at = await house()
  await at.ask()
  const item = { record: 'item', remoteId: '10' } as const
  at.pages.push({ rows: [change({ ...item, name: 'Rebar 4', active: true })] })
  await at.ask()
  expect(await at.link('material')).toMatchObject({ active: true, remote: { name: 'Rebar 4' } })
  const [material] = await at.ports.catalogue.all(at.scope, 'material')
  expect(material?.name).toBe('Rebar #4')
  at.pages.push({ rows: [change({ ...item, active: false, at: `${today}T11:00:00.000Z` })] })
  await at.ask()
  expect(await at.link('material')).toMatchObject({ active: false })
  at.pages.push({ rows: [change({ ...item, active: true, at: `${today}T12:00:00.000Z` })] })
  await at.ask()
  expect(await at.link('material')).toMatchObject({ active: false })
})

test.each([
  ['very many at once', 0, { rows: Array.from({ length: 101 }, (_, n) => change({ remoteId: `v${n}` })) }],
  ['more than it tells', 0, { complete: false }],
  ['longer ago than it remembers', 30, {}],
])('%s: the lists are read whole, by pages, instead of one by one', async (_name, days, page) => {
  const at = await house()
  await at.ask()
  await at.age(days)
  at.pages.push(page)
  await at.ask()
  const under = await at.ports.wholeImports.get(at.scope, at.connectionId)
  expect(under).toMatchObject({ phase: 'reading', startedBy: { name: 'Fieldledger' } })
  expect((await at.link('vendor'))?.owed).toBeUndefined()
  const asked = at.asked.length
  await at.ask()
  expect(at.asked).toHaveLength(asked)
})

test('of more pages than one look reads the rest comes with the next: every document is heard of, the lists are read once', async () => {
  const at = await house()
  await at.ask()
  const { since } = (await at.feed()) ?? {}
  const lists = Array.from({ length: 101 }, (_, n) => change({ remoteId: `v${n}` }))
  const late = (page: number) => change({ record: 'document', remoteId: `po${page}` })
  for (let page = 1; page <= 25; page += 1)
    at.pages.push({
      rows: page === 1 || page === 24 ? [...lists, late(page)] : [late(page)],
      ...(page < 25 ? { next: `2:${page + 1}` } : {}),
    })
  await at.ask()
  expect(at.heard).toHaveLength(20)
  expect(await at.feed()).toMatchObject({ since, rest: { cursor: '2:21', lists: 'whole' } })
  const { wholeImports } = at.ports
  const under = await wholeImports.get(at.scope, at.connectionId)
  expect(under?.phase).toBe('reading')
  await at.endImport()
  const asked = at.asked.length
  await at.ask()
  expect(at.asked[asked]).toEqual({ since: at.asked[asked - 1]?.since, cursor: '2:21' })
  expect(at.heard).toHaveLength(25)
  expect((await wholeImports.get(at.scope, at.connectionId))?.phase).toBe('done')
  const feed = await at.feed()
  expect(feed?.rest).toBeUndefined()
  expect(feed?.since).toBe(`${today}T10:00:00.000Z`)
})

test('a place in the pages that the ledger knows no more is given up: it is asked from the beginning', async () => {
  const at = await house()
  await at.ask()
  for (let page = 1; page <= 20; page += 1) at.pages.push({ next: `2:${page + 1}` })
  at.pages.push(new DocumentRejected('This list was cut short by a wrong page mark.'))
  await at.ask()
  expect((await at.feed())?.rest?.cursor).toBe('2:21')
  await at.ask()
  expect((await at.feed())?.rest).toBeUndefined()
  await at.ask()
  expect(at.asked.at(-1)).not.toHaveProperty('cursor')
})

test('a ledger that is busy is asked later, from the same moment; one that is disconnected is not asked', async () => {
  const at = await house()
  at.pages.push({ rows: [change({})] }, new RateLimited('Busy: it is asked again.', { retryAfterMs: 1000 }))
  await at.ask()
  await at.ask()
  expect(await at.feed()).toMatchObject({ since: `${today}T10:00:00.000Z` })
  expect((await at.feed())?.dueAt.getTime()).toBeGreaterThan(Date.now() + 60_000)
  await at.ask()
  expect(at.asked.at(-1)).toEqual({ since: `${today}T10:00:00.000Z` })
  const asked = at.asked.length
  await database.connection
    .collection<{ _id: string }>('connections')
    .updateOne({ _id: at.connectionId }, { $set: { state: 'disconnected' } })
  await at.ask()
  expect(at.asked).toHaveLength(asked)
})

test('a document that cannot be looked at now is put off, and holds up nothing else', async () => {
  const at = await house()
  await at.ask()
  const trouble: (Error | boolean)[] = [new LedgerUnavailable('It does not answer.'), false]
  const read: string[] = []
  const hearOfDocument = async ({ remoteId }: { remoteId: string }) => {
    const next = trouble.shift() ?? true
    if (next instanceof Error) throw next
    return next && read.push(remoteId) > 0
  }
  const ports = { ...at.ports, hearOfDocument }
  const { events } = ports
  const { ledger = '' } = (await at.link('vendor')) ?? {}
  const told = (record: 'document' | 'vendor', remoteId: string) => ({
    ...{ id: ports.newId(), companyId: at.scope.companyId, ledger, eventId: `${record}${remoteId}`, record },
    ...{ remoteId, receivedAt: new Date(), state: 'received' as const },
  })
  const rows = [told('document', 'a'), told('document', 'b'), told('vendor', '1')]
  await events.keep(at.scope, rows)
  const due = () => events.putOff(at.scope, { ids: rows.slice(0, 2).map(({ id }) => id), until: new Date(0) })
  expect(await takeEvents(ports)).toBe(true)
  expect((await at.link('vendor'))?.owed).toMatchObject({ looks: true })
  expect(await takeEvents(ports)).toBe(false)
  await due()
  await takeEvents(ports)
  expect(read).toEqual(['b'])
  await due()
  await takeEvents(ports)
  expect(read).toEqual(['b', 'a'])
  expect(await takeEvents(ports)).toBe(false)
})

test('of books where nothing happens it is not asked further back than it remembers', async () => {
  const at = await house()
  await at.ask()
  await database.connection
    .collection<{ _id: string }>('connections')
    .updateOne({ _id: at.connectionId }, { $set: { 'feed.since': '2020-01-01T00:00:00.000Z' } })
  await at.ask()
  const { since = '' } = at.asked.at(-1) ?? {}
  expect(Date.now() - Date.parse(since)).toBeLessThan(30 * 86_400_000)
  expect(await at.ports.wholeImports.get(at.scope, at.connectionId)).toBeUndefined()
})
