import { DuplicateName, LedgerUnavailable } from '@fieldledger/accounting'
import {
  type CatalogueInput,
  changeMaterial,
  editRecord,
  findRecord,
  importFromLedger,
  linkByHand,
  loadFile,
  sendOwed,
  syncItems,
} from '@fieldledger/catalogue'
import type { ItemRules } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import { createOwedQueue } from '../engine/owed-changes.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openLedgerHouse } from '../testing/ledger-house.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

/** One item, paired; price and description are kept here unless something else is said. */
async function house(ownedHere: ItemRules['ownedHere'] = ['price', 'description']) {
  const at = await openLedgerHouse(database)
  await importFromLedger(at.ports, { ...at, lists: ['items'], apply: true })
  const [item] = await at.ports.catalogue.all(at.scope, 'material')
  const id = item?.id ?? ''
  const own = (fields: ItemRules['ownedHere'] = []) =>
    createConnectionRepository(database).update(at.scope, {
      id: at.connectionId,
      change: { itemRules: { ownedHere: fields } },
    })
  await own(ownedHere)
  const read = () => findRecord(at.ports, { ...at, kind: 'material', id })
  const edit = async (fields: Partial<CatalogueInput<'material'>>) => {
    const { name, sku, price, description, freeOfCharge } = await read()
    const before = Object.entries({ name, sku, price, description, freeOfCharge }).filter(
      ([, value]) => value !== undefined,
    )
    const input = { ...Object.fromEntries(before), name, ...fields }
    const change = () => editRecord(at.ports, { ...at, kind: 'material', id, input, clears: [] })
    await changeMaterial(at.ports, { ...at, id, becomes: input, change })
  }
  const owed = async () =>
    (await at.ports.links.ofRecords(at.scope, { kind: 'material', ids: [id] }))[0]?.owed
  const tick = () =>
    sendOwed(at.ports, {
      queue: createOwedQueue(database),
      mostMs: 5000,
      onError: (error) => expect(error).toBeUndefined(),
    })
  return { ...at, id, own, read, edit, owed, tick }
}

test('G-09 a price that is kept here is changed in the ledger, and a field that the ledger keeps is not', async () => {
  const at = await house(['price'])
  await at.edit({ price: '11.5', description: 'Ours alone' })
  expect(at.itemUpdates).toEqual([{ purchaseCost: '11.5' }])
  expect(at.books.items[0]).toMatchObject({ purchaseCost: '11.5', name: 'Rebar #4' })
  expect(await at.owed()).toBeUndefined()
  await at.edit({ description: 'Ours again' })
  expect(at.itemUpdates).toHaveLength(1)
})

test('G-09 by default nothing of an item is sent, and Sync Items takes what the ledger has', async () => {
  const at = await house([])
  await at.edit({ price: '99' })
  await syncItems(at.ports, at)
  await at.tick()
  expect(at.itemUpdates).toEqual([])
  expect(await at.read()).toMatchObject({ price: '10.35' })
})

test('G-09 what was changed there of what is kept here is put right by Sync Items, which says so', async () => {
  const at = await house(['price'])
  await at.edit({ price: '12' })
  Object.assign(at.books.items[0] ?? {}, { purchaseCost: '13', name: 'Rebar no. 4' })
  const [synced] = await syncItems(at.ports, at)
  expect(synced?.notes).toEqual(['Kept here and sent there: price.'])
  await at.tick()
  expect(at.books.items[0]).toMatchObject({ purchaseCost: '12', name: 'Rebar no. 4' })
  expect(await at.read()).toMatchObject({ price: '12', name: 'Rebar no. 4' })
  expect(await at.owed()).toBeUndefined()
})

test('G-09 a change that the ledger cannot take now is owed and goes by itself; its no is said with the pair', async () => {
  const at = await house()
  at.refuse.with = new LedgerUnavailable('It is away. Fieldledger tries again by itself.')
  await at.edit({ price: '14' })
  expect(await at.owed()).toMatchObject({ message: expect.stringContaining('away'), attempts: 1 })
  at.refuse.with = undefined
  await at.edit({ price: '15' })
  expect(at.books.items[0]).toMatchObject({ purchaseCost: '15' })
  at.refuse.with = new DuplicateName('There is one of this name. Choose another name.')
  await at.own(['name'])
  await at.edit({ name: 'Taken' })
  expect(await at.owed()).toMatchObject({ parked: true, message: expect.stringContaining('another name') })
})

test('G-09 a list that is changed with a file is changed there by the next tick', async () => {
  const at = await house(['price'])
  const table = { headings: ['Name', 'Price'], rows: [{ line: 2, cells: ['Rebar #4', '16'] }] }
  await loadFile(at.ports, { ...at, kind: 'material', table, apply: true, problemOf: () => undefined })
  expect(at.itemUpdates).toEqual([])
  await at.tick()
  expect(at.itemUpdates).toEqual([{ purchaseCost: '16' }])
})

test('S2-27 G-09 mapped by hand, what is kept here stays and goes there; all else is taken over', async () => {
  const at = await house(['price'])
  at.books.items.push({
    reference: { id: '11' },
    name: 'Their stud',
    kind: 'non-inventory',
    sku: 'ST-1',
    purchaseCost: '2',
    active: true,
  })
  const made = await at.ports.catalogue.all(at.scope, 'material')
  expect(made).toHaveLength(1)
  const ours = { ...(await at.read()), id: at.ports.newId(), name: 'Our stud', price: '3' }
  await at.ports.catalogue.insert('material', ours)
  await linkByHand(at.ports, { ...at, kind: 'material', id: ours.id, remoteId: '11' })
  await at.tick()
  const now = await findRecord(at.ports, { ...at, kind: 'material', id: ours.id })
  expect(now).toMatchObject({ name: 'Our stud', price: '3', sku: 'ST-1' })
  expect(at.itemUpdates).toEqual([{ purchaseCost: '3' }])
})

test('G-09 S2-31 the price of what is free of charge is not sent; an inactive pair hears nothing', async () => {
  const at = await house(['price'])
  await at.edit({ price: '0', freeOfCharge: true })
  expect(at.itemUpdates).toEqual([])
  Object.assign(at.books.items[0] ?? {}, { active: false })
  await at.edit({ price: '5', freeOfCharge: false })
  expect(at.itemUpdates).toEqual([])
  expect(await at.owed()).toBeUndefined()
})

test('G-09 a price that is kept here stays to the last digit where the ledger keeps fewer, and is not sent again and again', async () => {
  const at = await house(['price'])
  await at.edit({ price: '1.23456' })
  expect(at.itemUpdates).toEqual([{ purchaseCost: '1.2346' }])
  expect(await at.read()).toMatchObject({ price: '1.23456' })
  const [synced] = await syncItems(at.ports, at)
  await at.tick()
  expect([synced?.notes, at.itemUpdates.length]).toEqual([[], 1])
  expect(await at.read()).toMatchObject({ price: '1.23456' })
})
