import type { RemoteItem } from '@fieldledger/accounting'
import {
  archiveRecord,
  type CatalogueInput,
  createRecord,
  editRecord,
  findRecord,
  importFromLedger,
  linkByHand,
  resolveConflict,
  searchLedger,
  syncItems,
} from '@fieldledger/catalogue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openLedgerHouse } from '../testing/ledger-house.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

/** A house whose vendors and accounts are imported, with items of its own in the ledger. */
async function house() {
  const at = await openLedgerHouse(database)
  const rebar: RemoteItem = {
    reference: { id: '10' },
    name: 'Rebar #4',
    kind: 'non-inventory',
    sku: 'STL-R4',
    description: 'Reinforcing bar #4, 20 ft',
    purchaseCost: '10.35',
    preferredVendor: { id: '1' },
    expenseAccount: { id: '80' },
    active: true,
  }
  const stud: RemoteItem = { reference: { id: '11' }, name: 'Stud', kind: 'non-inventory', active: true }
  at.books.items.splice(0, Infinity, rebar, stud)
  await importFromLedger(at.ports, { ...at, lists: ['accounts', 'vendors'], apply: true })
  const make = async (input: CatalogueInput<'material'>) =>
    (await createRecord(at.ports, { ...at, kind: 'material', input })).id
  const read = (id: string) => findRecord(at.ports, { ...at, kind: 'material', id })
  const notMapped = async () => {
    const query = { linked: { is: false }, limit: 50 }
    const { rows, total } = await at.ports.catalogue.list(at.scope, { kind: 'material', query })
    expect(total).toBe(rows.length)
    return rows.map(({ name }) => name)
  }
  const map = (id: string, remoteId: string) =>
    linkByHand(at.ports, { ...at, kind: 'material', id, remoteId })
  return { ...at, rebar, stud, make, read, notMapped, map, sync: () => syncItems(at.ports, at) }
}

test('S2-12 S2-13 Sync Items pairs what is called the same; the rest stays unmapped, and nothing new is made', async () => {
  const at = await house()
  await at.make({ name: 'rebar #4' })
  await at.make({ name: 'Gravel' })
  const synced = await at.sync()
  expect(synced.map(({ outcome }) => outcome)).toEqual(['synchronised', 'not-mapped'])
  expect(await at.notMapped()).toEqual(['Gravel'])
  expect(at.woken).toContain(at.connectionId)
})

test('S2-14 S2-15 a name changed there is taken when the button is pressed, and not before', async () => {
  const at = await house()
  const id = await at.make({ name: 'Rebar #4' })
  await at.sync()
  at.rebar.name = 'Rebar 1/2 in'
  await importFromLedger(at.ports, { ...at, lists: ['items'], apply: true })
  expect((await at.read(id)).name).toBe('Rebar #4')
  await at.sync()
  expect((await at.read(id)).name).toBe('Rebar 1/2 in')
  const found = await at.ports.catalogue.list(at.scope, {
    kind: 'material',
    query: { text: '1/2', limit: 5 },
  })
  expect(found.rows.map((row) => row.id)).toEqual([id])
})

test('S2-25 G-10 mapped by hand under the same name, the name remains and the price is the cost there', async () => {
  const at = await house()
  const id = await at.make({ name: 'Rebar #4', price: '9' })
  await at.map(id, '10')
  expect(await at.read(id)).toMatchObject({ name: 'Rebar #4', price: '10.35' })
})

test('S2-26 S2-28 S2-29 mapped by hand under another name, ours remains until Sync Items is pressed', async () => {
  const at = await house()
  const id = await at.make({ name: 'Bars' })
  await at.map(id, '10')
  expect((await at.read(id)).name).toBe('Bars')
  await importFromLedger(at.ports, { ...at, lists: ['items'], apply: true })
  expect((await at.read(id)).name).toBe('Bars')
  await at.sync()
  expect((await at.read(id)).name).toBe('Rebar #4')
})

test('S2-27 S2-30 G-10 mapping takes over SKU, description, price, supplier and account', async () => {
  const at = await house()
  const id = await at.make({ name: 'Bars', sku: 'old', description: 'old', price: '1' })
  await at.map(id, '10')
  const [account] = await at.ports.catalogue.all(at.scope, 'account')
  const vendors = await at.ports.catalogue.all(at.scope, 'vendor')
  expect(await at.read(id)).toMatchObject({
    sku: 'STL-R4',
    description: 'Reinforcing bar #4, 20 ft',
    price: '10.35',
    vendorId: vendors.find(({ name }) => name === 'Cascade Lumber Supply')?.id,
    accountId: account?.id,
  })
})

test('S2-31 what is free of charge keeps its price when it is mapped and when it is synchronised', async () => {
  const at = await house()
  const id = await at.make({ name: 'Bars', price: '0', freeOfCharge: true })
  await at.map(id, '10')
  await at.sync()
  expect(await at.read(id)).toMatchObject({ name: 'Rebar #4', price: '0', freeOfCharge: true, sku: 'STL-R4' })
})

test('S2-32 wrongly mapped and archived, a new material takes the right item, and the wrong one is free again', async () => {
  const at = await house()
  const wrong = await at.make({ name: 'Bars' })
  await at.map(wrong, '11')
  await archiveRecord(at.ports, { ...at, kind: 'material', id: wrong, archived: true })
  const right = await at.make({ name: 'Bars' })
  expect(await at.map(right, '10')).toMatchObject({ remote: { id: '10' } })
  const other = await at.make({ name: 'Timber' })
  expect(await at.map(other, '11')).toMatchObject({ remote: { id: '11' } })
})

test('S2-33 an inactive item is neither offered nor mapped', async () => {
  const at = await house()
  at.stud.active = false
  const id = await at.make({ name: 'Timber' })
  const offered = await searchLedger(at.ports, { ...at, list: 'item.list', text: '', activeOnly: true })
  expect(offered.map(({ name }) => name)).toEqual(['Rebar #4'])
  await expect(at.map(id, '11')).rejects.toMatchObject({ code: 'remote-inactive' })
})

test('S2-34 S2-35 S2-36 inactive there, it is not mapped; active again it is so after the next Sync Items only', async () => {
  const at = await house()
  const id = await at.make({ name: 'Timber' })
  await at.map(id, '11')
  at.stud.active = false
  await at.sync()
  expect(await at.notMapped()).toEqual(['Timber'])
  at.stud.active = true
  expect(await at.notMapped()).toEqual(['Timber'])
  await at.sync()
  expect(await at.notMapped()).toEqual([])
  expect((await at.read(id)).name).toBe('Stud')
})

test('what became inactive there may be mapped with another item by hand', async () => {
  const at = await house()
  const id = await at.make({ name: 'Timber' })
  await at.map(id, '11')
  at.stud.active = false
  await at.sync()
  await at.map(id, '10')
  expect(await at.notMapped()).toEqual([])
})

test('S2-38 S2-39 merged there, the pair goes on with the item that remains, and nothing is doubled', async () => {
  const at = await house()
  const id = await at.make({ name: 'Timber' })
  await at.map(id, '11')
  Object.assign(at.stud, { name: 'Rebar #4', active: false })
  expect(await at.sync()).toMatchObject([{ outcome: 'moved', ourId: id, remote: { id: '10' } }])
  const links = await at.ports.links.ofRecords(at.scope, { kind: 'material', ids: [id] })
  expect(links).toMatchObject([{ remote: { id: '10' }, active: true }])
  expect((await at.ports.catalogue.all(at.scope, 'material')).map(({ name }) => name)).toEqual(['Rebar #4'])
})

test('five presses at once pair each once', async () => {
  const at = await house()
  await at.make({ name: 'Rebar #4' })
  await at.make({ name: 'Stud' })
  await Promise.all(Array.from({ length: 5 }, () => at.sync()))
  expect(await at.notMapped()).toEqual([])
  expect(await at.ports.links.count(at.scope, (await anyLink(at)).ledger)).toMatchObject({ material: 2 })
})

async function anyLink(at: Awaited<ReturnType<typeof house>>) {
  const materials = await at.ports.catalogue.all(at.scope, 'material')
  const ids = materials.map(({ id }) => id)
  const [link] = await at.ports.links.ofRecords(at.scope, { kind: 'material', ids })
  if (link === undefined) throw new TypeError('nothing is linked')
  return link
}

test('an item whose price was changed on both sides keeps each until a person has chosen; what was chosen stays', async () => {
  const at = await house()
  const id = await at.make({ name: 'Rebar #4' })
  await at.sync()
  const price = async (to: string) =>
    editRecord(at.ports, { ...at, kind: 'material', id, clears: [], input: { name: 'Rebar #4', price: to } })
  const open = async () => {
    const [link] = await at.ports.links.inConflict(at.scope)
    return link ?? expect.unreachable('there is a conflict')
  }
  await price('9.00')
  at.rebar.purchaseCost = '11.00'
  expect((await at.sync())[0]).toMatchObject({
    outcome: 'conflict',
    notes: [expect.stringContaining('Changed on both sides: price')],
  })
  expect(await at.read(id)).toMatchObject({ price: '9.00' })
  const link = await open()
  expect(link).toMatchObject({ kind: 'material', seen: { price: '10.35' }, conflicts: [{ theirs: '11.00' }] })
  await at.sync()
  expect((await open()).conflicts).toEqual(link.conflicts)

  await resolveConflict(at.ports, { ...at, linkId: link.id, choices: { price: 'ours' } })
  await at.sync()
  expect(await at.read(id)).toMatchObject({ price: '9.00' })
  expect(await at.ports.links.inConflict(at.scope)).toEqual([])

  at.rebar.purchaseCost = '12.00'
  await at.sync()
  const choices = { price: 'theirs' } as const
  await resolveConflict(at.ports, { ...at, linkId: (await open()).id, choices })
  expect(await at.read(id)).toMatchObject({ price: '12.00' })
  await price('13.00')
  at.rebar.purchaseCost = '14.00'
  await at.sync()
  const made = { price: { value: ' 13.50 ' } }
  await resolveConflict(at.ports, { ...at, linkId: (await open()).id, choices: made })
  await at.sync()
  expect(await at.read(id)).toMatchObject({ price: '13.50' })
})
