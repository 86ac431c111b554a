import {
  archiveRecord,
  createRecord,
  editRecord,
  importFromLedger,
  linkByHand,
  mergeVendor,
  unlink,
  type Vendor,
} from '@fieldledger/catalogue'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { type LedgerHouse, openLedgerHouse } from '../testing/ledger-house.ts'
import { createCatalogueLookup } from './catalogue-lookup.ts'
import { createLinkLookup } from './link-lookup.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const people = {
  company: async () => ({ id: '', name: '', practice: true, currency: 'USD', timeZone: 'UTC' }),
  names: async () => new Map(),
  supervisor: async () => undefined,
  away: async () => [],
  addresses: async () => [],
  digestReaders: async () => [],
  logo: async () => undefined,
}

const house = () => openLedgerHouse(database)

const vendorsOf = async ({ ports, scope }: LedgerHouse, query: object = {}) =>
  (await ports.catalogue.list(scope, { kind: 'vendor', query: { limit: 50, ...query } })).rows

const importAll = (at: LedgerHouse, apply = true) =>
  importFromLedger(at.ports, { ...at, lists: ['vendors', 'items', 'accounts'], apply })

test('a preview writes nothing; the import does what it said, and a second one makes no duplicates', async () => {
  const at = await house()
  const preview = await importAll(at, false)
  expect(preview.map(({ list, rows }) => [list, rows.map(({ outcome }) => outcome)])).toEqual([
    ['accounts', ['create']],
    ['vendors', ['create', 'create', 'skip-inactive']],
    ['items', ['create']],
  ])
  expect(await vendorsOf(at)).toEqual([])
  await importAll(at)
  const again = await importAll(at)
  expect(again.flatMap(({ rows }) => rows.map(({ outcome }) => outcome))).toEqual([
    'already-linked',
    'already-linked',
    'already-linked',
    'skip-inactive',
    'already-linked',
  ])
  expect((await vendorsOf(at)).map(({ name }) => name)).toEqual(['Cascade Lumber Supply', 'Puget Ready Mix'])
  expect(at.woken).toEqual([at.connectionId, at.connectionId])
})

test('an imported material costs what it costs to buy, and has the account of its item', async () => {
  const at = await house()
  await importAll(at)
  const [material] = await at.ports.catalogue.all(at.scope, 'material')
  const [account] = await at.ports.catalogue.all(at.scope, 'account')
  expect(material).toMatchObject({ name: 'Rebar #4', price: '10.35', accountId: account?.id })
})

test('ours of the same name is linked, not made again; five imports at once make one of each', async () => {
  const at = await house()
  const mine = await createRecord(at.ports, {
    ...at,
    kind: 'vendor',
    input: { name: 'cascade lumber supply' },
  })
  await Promise.all(Array.from({ length: 5 }, () => importAll(at)))
  expect((await vendorsOf(at)).length).toBe(2)
  const links = await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [mine.id] })
  expect(links).toMatchObject([{ remote: { id: '1' }, origin: 'matched' }])
})

test('of records of one name that are made at the same moment one is kept, and the others are told to use it', async () => {
  const at = await house()
  for (const kind of ['vendor', 'material'] as const) {
    const names = ['Rebar  Ltd', 'rebar ltd', 'REBAR LTD', 'Rebar Ltd ']
    const made = await Promise.allSettled(
      names.map((name) => createRecord(at.ports, { ...at, kind, input: { name } })),
    )
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toHaveLength(3)
    for (const each of refused) expect(each).toMatchObject({ code: 'name-taken' })
    expect(await at.ports.catalogue.all(at.scope, kind)).toHaveLength(1)
  }
  const others = await Promise.all(
    ['North', 'South', 'West'].map((name) =>
      createRecord(at.ports, { ...at, kind: 'vendor', input: { name } }),
    ),
  )
  const renamed = await Promise.allSettled(
    others.map(({ id }) =>
      editRecord(at.ports, { ...at, kind: 'vendor', id, clears: [], input: { name: 'East' } }),
    ),
  )
  expect(renamed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('what people make while an import of the same names is about to be written is linked: nobody becomes two', async () => {
  const at = await house()
  const hand = [
    ['vendor', 'Cascade Lumber Supply'],
    ['vendor', 'puget ready mix'],
    ['material', 'Rebar #4'],
  ] as const
  const late: LedgerHouse['ports']['links'] = {
    ...at.ports.links,
    async insertBatch(scope, batch) {
      for (const [kind, name] of hand)
        if (batch.kind === kind)
          await createRecord(at.ports, { scope, kind, input: { name } }).catch((error) =>
            expect(error).toMatchObject({ code: 'name-taken' }),
          )
      return at.ports.links.insertBatch(scope, batch)
    },
  }
  await importAll({ ...at, ports: { ...at.ports, links: late } })
  for (const kind of ['vendor', 'material'] as const) {
    const ours = await at.ports.catalogue.all(at.scope, kind)
    expect(ours).toHaveLength(kind === 'vendor' ? 2 : 1)
    const links = await at.ports.links.ofRecords(at.scope, { kind, ids: ours.map(({ id }) => id) })
    expect(links.map(({ origin }) => origin)).toEqual(ours.map(() => 'matched'))
  }
})

test('twins of earlier days stay, may be changed in all but their name, and hinder no other', async () => {
  const at = await house()
  const twin = await createRecord(at.ports, { ...at, kind: 'vendor', input: { name: 'Twin' } })
  const list = database.connection.collection<{ _id: string }>('vendors')
  const stored = await list.findOne({ _id: twin.id })
  await list.insertOne({ ...stored, _id: v7() })
  const change = { phone: '206', updatedAt: new Date() }
  expect(await at.ports.catalogue.update(at.scope, { kind: 'vendor', id: twin.id, change })).toBe('changed')
  await expect(
    createRecord(at.ports, { ...at, kind: 'vendor', input: { name: 'twin' } }),
  ).rejects.toMatchObject({ code: 'name-taken' })
  await importAll(at)
  expect(await vendorsOf(at)).toHaveLength(4)
})

test('the terms of payment of an imported supplier are known to whoever drafts its bills, and stay when it is edited', async () => {
  const at = await house()
  const paymentTerms = { count: 'day-of-next-month', days: 20 } as const
  const [cascade, puget] = at.books.vendors
  Object.assign(cascade ?? {}, { paymentTerms })
  await importAll(at)
  Object.assign(puget ?? {}, { paymentTerms: { count: 'days-after-date', days: 30 } })
  await importAll(at)
  const named = new Map((await vendorsOf(at)).map((vendor) => [vendor.name, vendor.id]))
  const id = named.get('Cascade Lumber Supply') ?? ''
  await editRecord(at.ports, { ...at, kind: 'vendor', id, clears: ['phone'], input: { name: 'Cascade' } })
  const lookup = createCatalogueLookup({ database, people })
  const known = await lookup.vendors({ scope: at.scope, ids: [...named.values()] })
  expect(known.get(id)).toMatchObject({ name: 'Cascade', paymentTerms })
  expect(known.get(named.get('Puget Ready Mix') ?? '')?.paymentTerms).toEqual({
    count: 'days-after-date',
    days: 30,
  })
})

test('the search takes beginnings of words and forgives typing errors', async () => {
  const at = await house()
  await importAll(at)
  const found = async (text: string) => (await vendorsOf(at, { text })).map(({ name }) => name)
  expect(await found('lum cas')).toEqual(['Cascade Lumber Supply'])
  expect(await found('cascde lumbr')).toEqual(['Cascade Lumber Supply'])
  expect(await found('pugte')).toEqual(['Puget Ready Mix'])
  expect(await found('zzzz')).toEqual([])
})

test('linking by hand takes an active record of the ledger that nobody else has; unlinking frees it', async () => {
  const at = await house()
  const make = (name: string) => createRecord(at.ports, { ...at, kind: 'vendor', input: { name } })
  const [one, other] = [await make('Cascade'), await make('Cascade West')]
  const link = (id: string, remoteId: string) => linkByHand(at.ports, { ...at, kind: 'vendor', id, remoteId })
  await expect(link(one.id, '77')).rejects.toMatchObject({ code: 'remote-not-found' })
  await expect(link(one.id, '3')).rejects.toMatchObject({ code: 'remote-inactive' })
  expect(await link(one.id, '1')).toMatchObject({ remote: { id: '1', name: 'Cascade Lumber Supply' } })
  await expect(link(other.id, '1')).rejects.toMatchObject({ code: 'remote-taken' })
  await expect(link(one.id, '2')).rejects.toMatchObject({ code: 'already-linked' })
  expect(at.woken).toEqual([at.connectionId])
  await unlink(at.ports, { ...at, kind: 'vendor', id: one.id })
  expect(await link(other.id, '1')).toMatchObject({ ourId: other.id })
})

test('a supplier that is paired by hand is read by itself, not with the whole list', async () => {
  const at = await house()
  const { id } = await createRecord(at.ports, { ...at, kind: 'vendor', input: { name: 'Cascade' } })
  const asked: string[] = []
  const driverFor: LedgerHouse['ports']['driverFor'] = (target) => {
    const driver = at.ports.driverFor(target)
    return {
      ...driver,
      run: (call) => {
        asked.push(call.operation)
        return driver.run(call)
      },
    }
  }
  await linkByHand({ ...at.ports, driverFor }, { ...at, kind: 'vendor', id, remoteId: '1' })
  expect(asked).toEqual(['vendor.get'])
})

test('a proposed vendor is made once, may be taken in, or merged into one that we have', async () => {
  const at = await house()
  const lookup = createCatalogueLookup({ database, people })
  const links = createLinkLookup(database)
  const [proposed, twin] = [v7(), v7()]
  const propose = () =>
    inTransaction(database, (session) =>
      lookup.propose({
        scope: at.scope,
        vendors: [
          { id: proposed, name: 'Quarry Bros', phone: '555' },
          { id: twin, name: 'Cascade again' },
        ],
        by: 'somebody',
        transaction: { session },
      }),
    )
  await propose()
  await propose()
  expect((await vendorsOf(at, { state: 'proposed' })).length).toBe(2)

  const accept = () =>
    inTransaction(database, (session) =>
      lookup.accept({ scope: at.scope, vendorId: proposed, transaction: { session } }),
    )
  await accept()
  await accept()
  expect((await vendorsOf(at, { state: 'proposed' })).map(({ id }) => id)).toEqual([twin])

  await importFromLedger(at.ports, { ...at, lists: ['vendors'], apply: true })
  const [cascade] = await vendorsOf(at, { text: 'Cascade Lumber' })
  await mergeVendor(at.ports, { ...at, id: twin, into: cascade?.id ?? '' })
  const ids = [twin]
  expect((await lookup.vendors({ scope: at.scope, ids })).get(twin)?.name).toBe('Cascade Lumber Supply')
  expect((await links.find({ ...at, kind: 'vendor', ids })).get(twin)).toMatchObject({
    id: '1',
    active: true,
  })
})

test('G-22 what was made inactive there is known by its id there, in its own books alone', async () => {
  const at = await house()
  const lookup = createLinkLookup(database)
  await importFromLedger(at.ports, { ...at, lists: ['vendors'], apply: true })
  const [cascade] = await vendorsOf(at, { text: 'Cascade Lumber' })
  const [link] = await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [cascade?.id ?? ''] })
  const { remote = { id: '' }, ledger = '' } = link ?? {}
  const inactive = (scope = at.scope) =>
    lookup.inactive({ ...at, scope, kind: 'vendor', remoteIds: [remote.id, 'unknown'] })
  expect(await inactive()).toEqual(new Set())
  await at.ports.links.refresh(at.scope, { ledger, kind: 'vendor', seen: [{ remote, active: false }] })
  expect(await inactive()).toEqual(new Set([remote.id]))
  expect(await inactive((await house()).scope)).toEqual(new Set())
})

test('of two merges into each other one is done, and a merged vendor neither comes back nor is merged again', async () => {
  const at = await house()
  const make = (name: string) => createRecord(at.ports, { ...at, kind: 'vendor', input: { name } })
  const [one, other, third] = [await make('One'), await make('Other'), await make('Third')]
  const merge = (from: Vendor, into: Vendor) => mergeVendor(at.ports, { ...at, id: from.id, into: into.id })
  // Both have looked before either writes.
  const { catalogue } = at.ports
  const arrived: (() => void)[] = []
  const together: typeof catalogue.redirectVendor = async (scope, way) => {
    await new Promise<void>((go) => {
      arrived.push(go)
      if (arrived.length === 2) for (const each of arrived) each()
    })
    return catalogue.redirectVendor(scope, way)
  }
  const ports = { ...at.ports, catalogue: { ...catalogue, redirectVendor: together } }
  const merges = await Promise.allSettled([
    mergeVendor(ports, { ...at, id: one.id, into: other.id }),
    mergeVendor(ports, { ...at, id: other.id, into: one.id }),
  ])
  expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await vendorsOf(at)).toHaveLength(2)
  const [gone, kept] = merges[0].status === 'fulfilled' ? [one, other] : [other, one]
  const merged = expect.objectContaining({ code: 'merged' })
  await expect(merge(gone, third)).rejects.toEqual(merged)
  const back = archiveRecord(at.ports, { ...at, kind: 'vendor', id: gone.id, archived: false })
  await expect(back).rejects.toEqual(merged)
  await merge(kept, third)
  const lookup = createCatalogueLookup({ database, people })
  expect((await lookup.vendors({ scope: at.scope, ids: [gone.id] })).get(gone.id)?.name).toBe('Third')
})

test('archived records leave the lists and stay for the submissions that name them; names come back free', async () => {
  const at = await house()
  const vendor = await createRecord(at.ports, { ...at, kind: 'vendor', input: { name: 'Once' } })
  await archiveRecord(at.ports, { ...at, kind: 'vendor', id: vendor.id, archived: true })
  expect(await vendorsOf(at)).toEqual([])
  expect((await vendorsOf(at, { archived: true })).length).toBe(1)
  const lookup = createCatalogueLookup({ database, people })
  const used = [
    { id: vendor.id, list: 'vendors' },
    { id: 'foreign', list: 'vendors' },
    { id: vendor.id, list: 'materials' },
  ] as const
  expect(await lookup.missing({ scope: at.scope, used })).toEqual([used[1], used[2]])
  await createRecord(at.ports, { ...at, kind: 'vendor', input: { name: 'once' } })
  const back = archiveRecord(at.ports, { ...at, kind: 'vendor', id: vendor.id, archived: false })
  await expect(back).rejects.toMatchObject({ code: 'name-taken' })
})

test('another company sees nothing of it', async () => {
  const at = await house()
  await importAll(at)
  const stranger = { ...at, scope: companyScope(v7()) }
  expect(await vendorsOf(stranger)).toEqual([])
  await expect(importAll(stranger)).rejects.toMatchObject({ code: 'connection-not-found' })
})

test('names with quotes, umlauts, other case and blanks are one supplier or two, exactly as they are read', async () => {
  const at = await house()
  const name = `O'Brien & "Söhne"`
  const decomposed = `o'brien  & "${'söhne'.normalize('NFD')}" `
  const mine = await createRecord(at.ports, { ...at, kind: 'vendor', input: { name: decomposed } })
  const put = (id: string, called: string) =>
    at.books.vendors.push({ reference: { id }, name: called, active: true })
  put('7', name)
  put('8', `OBrien & "Söhne"`)
  put('9', 'Blank Ltd')
  put('10', 'blank  ltd ')
  const [preview] = await importFromLedger(at.ports, { ...at, lists: ['vendors'], apply: true })
  const outcomes = new Map(preview?.rows.map((row) => [row.remote.id, row]))
  expect(['7', '8', '9', '10'].map((id) => outcomes.get(id)?.outcome)).toEqual([
    ...['link', 'create', 'conflict', 'conflict'],
  ])
  expect(outcomes.get('9')?.note).toBe('The ledger has several of this name: link the right one by hand.')
  expect(await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [mine.id] })).toMatchObject([
    { remote: { id: '7', name } },
  ])
  await expect(createRecord(at.ports, { ...at, kind: 'vendor', input: { name } })).rejects.toMatchObject({
    code: 'name-taken',
  })
  expect((await vendorsOf(at, { text: 'obrien sohne' })).map(({ name: found }) => found)).toContain(name)
})

test('G-17 books that were exchanged for others are a mapping of their own; that of the old ones stays', async () => {
  const at = await house()
  await importAll(at)
  const [cascade] = await vendorsOf(at, { text: 'Cascade' })
  const before = await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [cascade?.id ?? ''] })
  const connections = createConnectionRepository(database)
  const old = await connections.find(at.scope, at.connectionId)
  if (old === undefined) return expect.unreachable('there is a connection')
  const other = { ...old, id: v7(), ledgerCompanyId: v7() }
  await connections.update(at.scope, { id: old.id, change: { state: 'disconnected' } })
  await connections.insert(other)
  const there = { ...at, connectionId: other.id }
  const linked = { is: true, ledger: `some-ledger|practice|${other.ledgerCompanyId}` }
  expect(await vendorsOf(at, { linked })).toEqual([])
  at.books.vendors[0] = { reference: { id: '501' }, name: 'Cascade Lumber Supply', active: true }
  await importAll(there)
  expect((await vendorsOf(at)).map(({ name }) => name)).toEqual(['Cascade Lumber Supply', 'Puget Ready Mix'])
  const after = await at.ports.links.ofRecords(at.scope, { kind: 'vendor', ids: [cascade?.id ?? ''] })
  expect(after).toContainEqual(before[0])
  expect(after.map(({ remote }) => remote.id).sort()).toEqual(['1', '501'])
})
