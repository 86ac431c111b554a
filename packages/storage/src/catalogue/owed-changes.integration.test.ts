import { DuplicateName, LedgerUnavailable, OutcomeUnknown } from '@fieldledger/accounting'
import {
  type CatalogueInput,
  changeVendor,
  editRecord,
  loadFile,
  resolveConflict,
  sendOwed,
  takeEvents,
} from '@fieldledger/catalogue'
import { usualSupplierRules } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import { createLedgerFeeds } from '../connections/ledger-feeds.ts'
import { createOwedQueue } from '../engine/owed-changes.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openSupplierHouse } from '../testing/supplier-house.ts'
import { createLedgerEvents } from './ledger-events.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

/** Edits go the way of the page. */
async function house() {
  const at = await openSupplierHouse(database)
  const { id, read } = at
  const edit = async (fields: Partial<CatalogueInput<'vendor'>>) => {
    const { name, phone } = await read()
    const input = { name, ...(phone === undefined ? {} : { phone }), ...fields }
    const change = () => editRecord(at.ports, { ...at, kind: 'vendor', id, input, clears: [] })
    await changeVendor(at.ports, { ...at, id, becomes: input, change })
  }
  const faults: unknown[] = []
  const tick = (ports = at.ports) =>
    sendOwed(ports, {
      queue: createOwedQueue(database),
      mostMs: 5000,
      onError: (error) => faults.push(error),
    })
  const file = (text: string[][]) => {
    const [headings = [], ...rows] = text
    const table = { headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }
    return loadFile(at.ports, { ...at, kind: 'vendor', table, apply: true, problemOf: () => undefined })
  }
  const events = createLedgerEvents(database)
  const hear = () =>
    takeEvents({ ...at.ports, events, feeds: createLedgerFeeds(database), hearOfDocument: async () => true })
  return { ...at, events, hear, edit, tick, faults, file }
}

test('S2-03 suppliers changed with a file are changed in the ledger like single edits, by the next tick', async () => {
  const at = await house()
  await at.file([
    ['Name', 'City', 'Phone number'],
    ['Cascade Lumber Supply', 'Renton', '206'],
    ['Puget Ready Mix', '', '253'],
    ['Quarry Brothers', 'Kent', ''],
  ])
  expect(at.updates).toEqual([])
  expect(await at.link()).toMatchObject({ owed: { since: expect.any(Date) } })
  await at.tick()
  expect(at.there()).toMatchObject({ city: 'Renton', phone: '206' })
  expect(at.books.vendors[1]).toMatchObject({ phone: '253' })
  expect((await at.link())?.owed).toBeUndefined()
  await at.tick()
  expect([at.updates.length, at.faults]).toEqual([2, []])
})

test('a change that arrived before a crash is seen there and not sent again', async () => {
  const at = await house()
  at.refuse.with = new OutcomeUnknown('It broke off. Wait for the result.')
  await at.edit({ city: 'Renton' })
  at.changeThere({ city: 'Renton' })
  at.refuse.with = undefined
  await at.ports.links.owe(at.scope, { id: (await at.link())?.id ?? '', owed: { since: new Date() } })
  await at.tick()
  expect(at.updates).toHaveLength(1)
  expect(await at.link()).toMatchObject({ seen: { city: 'Renton' } })
  expect((await at.link())?.owed).toBeUndefined()
})

test('a process that dies between saving and sending leaves the change owed', async () => {
  const at = await house()
  const dying = { ...at.ports, catalogue: { ...at.ports.catalogue, find: at.ports.catalogue.find } }
  const input = { name: 'Cascade Lumber Supply', phone: '206', city: 'Kent' }
  const change = async () => {
    const saved = await editRecord(at.ports, { ...at, kind: 'vendor', id: at.id, input, clears: [] })
    dying.catalogue.find = () => Promise.reject(at)
    return saved
  }
  await changeVendor(dying, { ...at, id: at.id, becomes: input, change }).catch(() => undefined)
  expect(at.updates).toEqual([])
  expect(await at.link()).toMatchObject({ owed: { dueAt: expect.any(Date) } })
  await at.ports.links.owe(at.scope, { id: (await at.link())?.id ?? '', owed: { since: new Date() } })
  await at.tick()
  expect(at.there()).toMatchObject({ city: 'Kent' })
})

test('what passes is tried again later, what only a person can cure is not; both say why', async () => {
  const at = await house()
  at.refuse.with = new LedgerUnavailable('It is away. Fieldledger tries again by itself.')
  await at.edit({ city: 'Renton' })
  expect(await at.link()).toMatchObject({ owed: { attempts: 1, message: expect.stringContaining('away') } })
  await at.tick()
  expect(at.updates).toHaveLength(1)
  at.refuse.with = new DuplicateName('There is one of this name. Choose another name.')
  await at.edit({ name: 'Taken' })
  expect(await at.link()).toMatchObject({ owed: { parked: true, message: expect.stringContaining('name') } })
})

test('a server without keys for the ledger refuses in words, beside the change that it owes', async () => {
  const at = await house()
  class NoKeys extends Error {
    readonly code = 'provider-not-configured'
    readonly retryable = false
  }
  at.ports.driverFor = () => {
    throw new NoKeys('This server has no keys for that ledger: ask its administrator.')
  }
  await at.edit({ city: 'Renton' })
  expect(await at.read()).toMatchObject({ city: 'Renton' })
  expect(await at.link()).toMatchObject({ owed: { message: expect.stringContaining('no keys') } })
})

test('changed on both sides: what we did not touch is taken, what both touched waits for a person, nothing is lost', async () => {
  const at = await house()
  at.changeThere({ phone: '360', city: 'Auburn' })
  await at.edit({ city: 'Renton', email: 'a@b.example' })
  expect(at.there()).toMatchObject({ phone: '360', city: 'Auburn', email: 'a@b.example' })
  expect(await at.read()).toMatchObject({ phone: '360', city: 'Renton', email: 'a@b.example' })
  expect((await at.link())?.conflicts).toMatchObject([{ field: 'city', theirs: 'Auburn' }])
  await at.load()
  expect(await at.read()).toMatchObject({ city: 'Renton' })
  expect((await at.link())?.conflicts).toHaveLength(1)
  const rules = { ...usualSupplierRules, always: { city: 'theirs' as const } }
  await createConnectionRepository(database).update(at.scope, {
    id: at.connectionId,
    change: { supplierRules: rules },
  })
  await at.load()
  expect(await at.read()).toMatchObject({ city: 'Auburn' })
  expect((await at.link())?.conflicts).toBeUndefined()
})

test('a change made here while the ledger is being read is not overwritten by what was read', async () => {
  const at = await house()
  at.changeThere({ city: 'Auburn' })
  const { all } = at.ports.catalogue
  at.ports.catalogue.all = async (scope, kind) => {
    const rows = await all(scope, kind)
    at.ports.catalogue.all = all
    const change = { city: 'Renton', updatedAt: new Date() }
    await at.ports.catalogue.update(scope, { kind: 'vendor', id: at.id, change })
    return rows
  }
  await at.load()
  expect(await at.read()).toMatchObject({ city: 'Renton' })
  expect((await at.link())?.conflicts).toMatchObject([{ field: 'city', theirs: 'Auburn' }])
})

test.each([
  ['ours', 'ours' as const, 'Renton'],
  ['theirs', 'theirs' as const, 'Auburn'],
  ['one made of both', { value: 'Renton and Auburn' }, 'Renton and Auburn'],
])(
  'a conflict that is decided for %s stands on both sides, and is a conflict no more',
  async (_who, choice, stands) => {
    const at = await house()
    at.changeThere({ city: 'Auburn', phone: '360' })
    await at.edit({ city: 'Renton', phone: '425' })
    const linkId = (await at.link())?.id ?? ''
    await resolveConflict(at.ports, { ...at, linkId, choices: { city: choice } })
    expect([(await at.read()).city, at.there()?.city]).toEqual([stands, stands])
    expect((await at.link())?.conflicts).toMatchObject([{ field: 'phone', theirs: '360' }])
    const again = resolveConflict(at.ports, { ...at, linkId, choices: { city: 'ours' } })
    await expect(again).rejects.toMatchObject({ code: 'no-conflict' })
  },
)

test('decided for ours while they change it once more, it is a conflict again', async () => {
  const at = await house()
  at.changeThere({ city: 'Auburn' })
  await at.edit({ city: 'Renton' })
  at.changeThere({ city: 'Kent' })
  await resolveConflict(at.ports, { ...at, linkId: (await at.link())?.id ?? '', choices: { city: 'ours' } })
  expect(at.there()?.city).toBe('Kent')
  expect((await at.link())?.conflicts).toMatchObject([{ field: 'city', theirs: 'Kent' }])
})

test('S2-02 S2-07 what a ledger tells is read anew and taken over, whatever the order and however often it is told', async () => {
  const at = await house()
  const { events } = at
  const { ledger = '' } = (await at.link()) ?? {}
  const told = (eventId: string) => ({
    ...{ id: at.ports.newId(), companyId: at.scope.companyId, ledger, eventId, record: 'vendor' as const },
    ...{ remoteId: '1', receivedAt: new Date(), state: 'received' as const },
  })
  at.changeThere({ city: 'Auburn' })
  await events.keep(at.scope, [told('2'), told('1'), told('2')])
  expect(await at.hear()).toBe(true)
  expect((await at.link())?.owed).toMatchObject({ looks: true })
  await at.tick()
  expect(await at.read()).toMatchObject({ city: 'Auburn' })
  expect([at.updates, (await at.link())?.owed]).toEqual([[], undefined])
  expect(await at.hear()).toBe(false)
  at.changeThere({ active: false })
  await events.keep(at.scope, [told('3')])
  await at.hear()
  await at.tick()
  expect(await at.link()).toMatchObject({ active: false })
  expect((await at.read()).archived).toBe(false)
})

test('told while it is being compared, it is compared once more', async () => {
  const at = await house()
  const { id = '', ledger = '' } = (await at.link()) ?? {}
  const since = new Date(Date.now() - 1000)
  await at.ports.links.owe(at.scope, { id, owed: { since } })
  await at.ports.links.lookAgain(at.scope, { ledger, remoteIds: ['1'], at: new Date() })
  await at.ports.links.settle(at.scope, { id, since })
  expect((await at.link())?.owed).toBeDefined()
})
