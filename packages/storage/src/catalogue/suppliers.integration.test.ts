import { LedgerUnavailable } from '@fieldledger/accounting'
import {
  archiveRecord,
  type CatalogueInput,
  contactsOf,
  createRecord,
  editRecord,
  pushVendor,
  type Vendor,
} from '@fieldledger/catalogue'
import { usualSupplierRules } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openSupplierHouse } from '../testing/supplier-house.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const all = {
  name: 'Cascade Lumber & Sons',
  email: 'a@cascade.example, b@cascade.example',
  phone: '206 555 0142',
  accountNumber: 'FL-77',
  address: '12 Mill Road\nGate 3',
  city: 'Renton',
  region: 'WA',
  postalCode: '98055',
  country: 'USA',
}
const eachField = Object.entries(all).map(([field, value]) => ({ field: field as keyof typeof all, value }))

async function house() {
  const at = await openSupplierHouse(database)
  const { id, read } = at
  /** As the page does it: the record is saved, then the change is sent. */
  const edit = async (change: Partial<Vendor>) => {
    const before = await read()
    const { companyId: _c, createdAt: _a, updatedAt: _u, archived: _r, state: _s, id: _i, ...kept } = before
    const input: CatalogueInput<'vendor'> = { ...kept, ...change }
    await editRecord(at.ports, { ...at, kind: 'vendor', id, input, clears: Object.keys(all) })
    await pushVendor(at.ports, { ...at, vendorId: id, before })
  }
  const archive = async (archived: boolean) => {
    const before = await read()
    await archiveRecord(at.ports, { ...at, kind: 'vendor', id, archived })
    await pushVendor(at.ports, { ...at, vendorId: id, before })
  }
  const rules = (change: Partial<typeof usualSupplierRules>) =>
    createConnectionRepository(database).update(at.scope, {
      id: at.connectionId,
      change: { supplierRules: { ...usualSupplierRules, ...change } },
    })
  const count = async () => (await at.ports.catalogue.all(at.scope, 'vendor')).length
  return { ...at, edit, archive, rules, count }
}

test.each(eachField)(
  'S2-02 S2-05 $field changed in the ledger is so here after the next import',
  async ({ field, value }) => {
    const at = await house()
    at.changeThere({ [field]: value })
    await at.load()
    expect((await at.read())[field]).toBe(value)
  },
)

test.each(eachField)(
  'S2-01 S2-04 S2-05 $field changed here is so in the ledger, sent once',
  async ({ field, value }) => {
    const at = await house()
    await at.edit({ [field]: value })
    expect(at.there()?.[field]).toBe(value)
    expect(at.updates).toHaveLength(1)
    await at.edit({ [field]: value })
    expect(at.updates).toHaveLength(1)
  },
)

test('S2-06 a second address stays here when the ledger keeps one, whichever side is changed', async () => {
  const at = await house()
  at.vendorsCan.severalEmails = false
  await at.edit({ email: 'a@x.example, b@x.example' })
  expect(at.there()?.email).toBe('a@x.example')
  expect((await at.read()).email).toBe('a@x.example, b@x.example')
  await at.load()
  expect((await at.read()).email).toBe('a@x.example, b@x.example')
  at.changeThere({ email: 'c@x.example' })
  await at.load()
  expect((await at.read()).email).toBe('c@x.example, b@x.example')
  expect(at.updates).toHaveLength(1)
})

test('a field that is emptied on one side is empty on the other', async () => {
  const at = await house()
  await at.edit({ city: 'Renton' })
  at.changeThere({ city: undefined })
  await at.load()
  expect((await at.read()).city).toBeUndefined()
  await at.edit({ phone: '' })
  expect(at.there()?.phone).toBeUndefined()
})

test('a change that the ledger did not confirm is owed, kept when its lists are imported, and sent again then', async () => {
  const at = await house()
  at.refuse.with = new LedgerUnavailable('It is away. Fieldledger tries again by itself.')
  await at.edit({ city: 'Renton' })
  expect(await at.link()).toMatchObject({ owed: { message: expect.stringContaining('away') } })
  at.changeThere({ phone: '1' })
  at.refuse.with = undefined
  await at.load()
  expect((await at.link())?.owed).toBeUndefined()
  expect(at.there()).toMatchObject({ city: 'Renton' })
  expect(await at.read()).toMatchObject({ city: 'Renton' })
})

test('what concerns us alone is not sent', async () => {
  const at = await house()
  const { id: accountId } = await createRecord(at.ports, {
    ...at,
    kind: 'account',
    input: { name: 'Job Materials', role: 'expense' },
  })
  await at.edit({ accountId })
  expect(at.updates).toEqual([])
})

test('S2-06 several e-mail addresses are as many contacts', async () => {
  const at = await house()
  at.changeThere({ email: 'a@x.example, b@x.example' })
  await at.load()
  expect(contactsOf((await at.read()).email)).toEqual([{ email: 'a@x.example' }, { email: 'b@x.example' }])
  expect(contactsOf(undefined)).toEqual([])
})

test('S2-07 made inactive in the ledger it is no longer integrated, and stays an active one of ours', async () => {
  const at = await house()
  at.changeThere({ active: false })
  await at.load()
  const query = { limit: 50, linked: { is: false } }
  const { rows } = await at.ports.catalogue.list(at.scope, { kind: 'vendor', query })
  expect(rows.map(({ id }) => id)).toContain(at.id)
  expect(await at.read()).toMatchObject({ archived: false, state: 'active' })
})

test('G-07 with the other rule, what is made inactive there is archived here', async () => {
  const at = await house()
  await at.rules({ inactiveThere: 'archive' })
  at.changeThere({ active: false })
  await at.load()
  expect((await at.read()).archived).toBe(true)
})

test('S2-08 archived here, it is inactive in the ledger; brought back, it is active there', async () => {
  const at = await house()
  await at.archive(true)
  expect(at.there()?.active).toBe(false)
  await at.archive(false)
  expect(at.there()?.active).toBe(true)
  expect(at.updates).toHaveLength(2)
})

test('G-07 with the other rule, archiving here changes nothing there', async () => {
  const at = await house()
  await at.rules({ archivedHere: 'keep' })
  await at.archive(true)
  expect(at.updates).toEqual([])
})

test('S2-40 S2-41 S2-43 disconnected and connected again, pairs and rules are as before, and nothing is doubled', async () => {
  const at = await house()
  const connections = createConnectionRepository(database)
  await at.rules({ archivedHere: 'keep' })
  const [before, link] = [await at.count(), await at.link()]
  await connections.update(at.scope, { id: at.connectionId, change: { state: 'disconnected' } })
  await expect(at.load()).rejects.toMatchObject({ code: 'connection-not-active' })
  await connections.update(at.scope, { id: at.connectionId, change: { state: 'active' } })
  await at.load()
  expect(await at.count()).toBe(before)
  expect(await at.link()).toEqual(link)
  expect((await connections.find(at.scope, at.connectionId))?.supplierRules?.archivedHere).toBe('keep')
})

test('S2-40 S2-42 a pair that was taken apart matches by name and currency, not by name alone', async () => {
  const at = await house()
  await at.ports.links.remove(at.scope, {
    ledger: (await at.link())?.ledger ?? '',
    kind: 'vendor',
    ourId: at.id,
  })
  at.changeThere({ currency: 'CAD' })
  await at.load()
  expect(await at.link()).toBeUndefined()
  expect(await at.count()).toBe(3)
  at.books.vendors.push({
    reference: { id: '9' },
    name: 'Cascade Lumber Supply',
    active: true,
    currency: 'USD',
  })
  await at.load()
  expect(await at.link()).toMatchObject({ remote: { id: '9' }, origin: 'matched' })
  expect(await at.count()).toBe(3)
})

test('S2-44 what was added there meanwhile is here after an import, and not before', async () => {
  const at = await house()
  const before = await at.count()
  at.books.vendors.push({ reference: { id: '8' }, name: 'New Quarry', active: true })
  expect(await at.count()).toBe(before)
  await at.load()
  expect(await at.count()).toBe(before + 1)
})
