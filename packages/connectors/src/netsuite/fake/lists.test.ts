import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

const home = { subsidiary: { id: '1' } }
const bought = { subsidiary: { items: [{ id: '1' }] }, expenseAccount: { id: '13' } }
const rule = (sentence: string) => `Error while accessing a resource. ${sentence}`

describe('vendors', () => {
  test("O'Brien & Sons is made, read and changed", async () => {
    const id = await bed.create('vendor', {
      ...home,
      companyName: "O'Brien & Sons",
      email: 'a@b.example',
      addressBook: { items: [{ label: 'Yard', defaultBilling: true, addressBookAddress: { city: 'Kent' } }] },
    })
    await bed.patch(`/vendor/${id}`, { phone: '555 0100' })
    expect(await bed.read('vendor', id)).toMatchObject({
      entityId: "O'Brien & Sons",
      phone: '555 0100',
      isInactive: false,
      subsidiary: { refName: 'Harbour Test' },
      currency: { refName: 'US Dollar' },
      addressBook: { items: [{ label: 'Yard', addressBookAddress: { city: 'Kent' } }] },
    })
  })

  test.each<[string, JsonObject, string]>([
    ['no name', home, rule('Please enter value(s) for: Company Name.')],
    [
      'a person without names',
      { ...home, isPerson: true },
      rule('Please enter value(s) for: First Name, Last Name.'),
    ],
    ['no subsidiary', { companyName: 'X' }, rule('Please enter value(s) for: Primary Subsidiary.')],
    [
      'a name that is taken, in capitals',
      { ...home, companyName: 'PUGET READY MIX' },
      rule(
        'A vendor record with this ID already exists. You must enter a unique vendor ID for each record you create.',
      ),
    ],
    [
      'a short telephone number',
      { ...home, companyName: 'Y', phone: '12345' },
      rule('Phone number should have seven digits or more.'),
    ],
    [
      'a long name',
      { ...home, companyName: 'Z'.repeat(84) },
      rule('The field companyName contained more than the maximum number ( 83 ) of characters allowed.'),
    ],
  ])('%s is refused', async (_title, body, detail) => {
    expect(errorOf(await bed.record('/vendor', { body }))).toEqual({
      status: 400,
      code: 'USER_ERROR',
      detail,
    })
  })

  test('with one subsidiary only, none need be named', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { oneWorld: false })
    const id = await bed.create('vendor', { companyName: 'Plain Company' })
    await bed.control(`/realms/${bed.realm}/settings`, { oneWorld: true })
    expect(await bed.read('vendor', id)).toMatchObject({ subsidiary: { id: '1' } })
  })

  test('whoever stands on an order cannot be deleted, others can', async () => {
    const used = await bed.idOf('vendor', 'Cascade Lumber Supply')
    await bed.create('purchaseOrder', await bed.purchaseOrder())
    const kept = await bed.record(`/vendor/${used}`, { method: 'DELETE' })
    expect(errorOf(kept).detail).toBe(rule('This record cannot be deleted because it has dependent records.'))
    const free = await bed.create('vendor', { ...home, companyName: 'Not needed' })
    expect((await bed.record(`/vendor/${free}`, { method: 'DELETE' })).status).toBe(204)
    const next = await bed.create('vendor', { ...home, companyName: 'The next one' })
    expect(next).not.toBe(free)
  })
})

describe('items', () => {
  test.each([
    ['nonInventoryPurchaseItem', bought],
    ['servicePurchaseItem', bought],
    ['otherChargePurchaseItem', bought],
    ['inventoryItem', { ...bought, cogsAccount: { id: '10' }, assetAccount: { id: '3' } }],
  ])('%s is made and read', async (type, body) => {
    const id = await bed.create(type, { ...body, itemId: `New ${type}`, cost: 1.25, upcCode: 'SKU-1' })
    expect(await bed.read(type, id)).toMatchObject({
      itemId: `New ${type}`,
      cost: 1.25,
      upcCode: 'SKU-1',
      expenseAccount: { refName: 'Job Materials' },
      subsidiary: { items: [{ refName: 'Harbour Test' }] },
    })
  })

  test.each<[string, string, JsonObject, string]>([
    [
      'nonInventoryPurchaseItem',
      'nothing',
      {},
      'Please enter value(s) for: Item Name/Number, Subsidiary, Expense Account.',
    ],
    [
      'inventoryItem',
      'no stock accounts',
      { ...bought, itemId: 'A' },
      'Please enter value(s) for: COGS Account, Asset Account.',
    ],
    [
      'servicePurchaseItem',
      'a name of another type’s item',
      { ...bought, itemId: 'joist hanger' },
      'Uniqueness error - An item with the same name already exists.',
    ],
    [
      'servicePurchaseItem',
      'a long name',
      { ...bought, itemId: 'I'.repeat(61) },
      'The field itemId contained more than the maximum number ( 60 ) of characters allowed.',
    ],
  ])('%s with %s is refused', async (type, _title, body, sentence) => {
    expect(errorOf(await bed.record(`/${type}`, { body }))).toMatchObject({
      code: 'USER_ERROR',
      detail: rule(sentence),
    })
  })
})

test.each([
  ['account', { acctName: 'Crane Hire', acctNumber: '6250', acctType: { id: 'Expense' } }],
  ['classification', { name: 'Marine' }],
  ['department', { name: 'Workshop' }],
  ['location', { name: 'Quay' }],
  ['subsidiary', { name: 'Harbour West', currency: { id: '1' }, country: 'US', parent: { id: '1' } }],
])('%s is made, found by its external id, and its name is taken then', async (type, body) => {
  const externalId = `fl-${type}`
  expect((await bed.put(`/${type}/eid:${externalId}`, body)).status).toBe(204)
  expect(await bed.read(type, `eid:${externalId}`)).toMatchObject({ ...body, externalId })
  expect(errorOf(await bed.record(`/${type}`, { body })).detail).toContain('already exists.')
})

test('an account of a type that does not exist is refused', async () => {
  const body = { acctName: 'Odd', acctType: { id: 'Odd' } }
  expect(errorOf(await bed.record('/account', { body }))).toMatchObject({ path: 'acctType' })
})

test('by hand the same rules hold', async () => {
  const id = await bed.idOf('vendor', 'Sound Plumbing Supply')
  await bed.control(`/realms/${bed.realm}/vendor/${id}`, { isInactive: true })
  expect(await bed.read('vendor', id)).toMatchObject({ isInactive: true })
  const refused = await bed.control(`/realms/${bed.realm}/vendor/${id}`, { phone: '1' })
  expect(refused.json.error).toContain('The ledger refuses this')
})
