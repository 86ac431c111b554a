import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { errorOf, expenseLine, itemLine, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let stud = ''
let materials = ''
let vendor = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  stud = await bed.idOf('nonInventoryPurchaseItem', '2x4x8 Stud')
  materials = await bed.idOf('account', 'Job Materials')
  vendor = await bed.idOf('vendor', 'Cascade Lumber Supply')
})
afterAll(() => bed.close())

const order = async (changes: JsonObject = {}) =>
  bed.create('purchaseOrder', await bed.purchaseOrder(changes))
const goods = (changes: JsonObject = {}) => order({ expense: { items: [] }, ...changes })
const linesOf = (record: JsonObject, sublist: string) => listOf(Object(record[sublist]).items)
const statusOf = async (id: string) => Object((await bed.read('purchaseOrder', id)).status).refName
const transform = (id: string, to: string, body: JsonObject = {}, query = '') =>
  bed.record(`/purchaseOrder/${id}/!transform/${to}${query}`, { body })
const rule = (sentence: string) => `Error while accessing a resource. ${sentence}`
const settings = (changes: JsonObject) => bed.control(`/realms/${bed.realm}/settings`, changes)

async function made(answer: ReturnType<typeof transform>): Promise<string> {
  const { status, headers, text } = await answer
  if (status !== 204) throw new TypeError(`not made: ${text}`)
  return (headers.get('location') ?? '').split('/').at(-1) ?? ''
}
const receive = (id: string, quantity: number) =>
  made(transform(id, 'itemReceipt', { item: { items: [{ orderLine: 1, quantity }] } }))
const bill = (id: string, quantity: number) =>
  made(transform(id, 'vendorBill', { item: { items: [{ orderLine: 1, quantity }] } }))

describe('an order is transformed', () => {
  test('into a receipt of everything that is open, which names order, vendor and lines', async () => {
    const id = await order()
    const receipt = await bed.read(
      'itemReceipt',
      await made(transform(id, 'itemReceipt', { memo: 'Gate 3' })),
    )
    expect(receipt).toMatchObject({
      createdFrom: { id },
      entity: { refName: 'Cascade Lumber Supply' },
      memo: 'Gate 3',
      tranId: expect.stringMatching(/^IR\d+$/),
    })
    expect(linesOf(receipt, 'item')).toMatchObject([
      { item: { id: stud }, quantity: 8, orderDoc: { id }, orderLine: 1, itemReceive: true },
    ])
    expect(linesOf(receipt, 'expense')).toMatchObject([
      { account: { id: materials }, markReceived: true, orderDoc: Number(id), orderLine: '1' },
    ])
  })

  test('into a bill with both sublists, rates and a due day by its terms', async () => {
    const term = await bed.idOf('term', 'Net 30')
    const id = await order({ terms: { id: term } })
    const body = { tranId: 'INV-9', tranDate: '2026-11-02', externalId: 'fl-bill-9' }
    await made(transform(id, 'vendorBill', body))
    const shown = await bed.read('vendorBill', 'eid:fl-bill-9')
    expect(shown).toMatchObject({
      tranId: 'INV-9',
      dueDate: '2026-12-02',
      account: { refName: 'Accounts Payable' },
      status: { id: 'A', refName: 'Open' },
      total: 140,
    })
    expect(linesOf(shown, 'item')).toMatchObject([{ quantity: 8, rate: 10, orderDoc: { id }, orderLine: 1 }])
    expect(linesOf(shown, 'expense')).toMatchObject([{ amount: 60, orderDoc: id, orderLine: '1' }])
  })

  test('twice with one external id it is refused the second time', async () => {
    const id = await order()
    await made(
      transform(id, 'itemReceipt', {
        externalId: 'fl-rcpt-1',
        item: { items: [{ orderLine: 1, quantity: 1 }] },
      }),
    )
    const again = await transform(id, 'itemReceipt', { externalId: 'fl-rcpt-1' })
    expect(errorOf(again)).toMatchObject({ detail: rule('This entity already exists.') })
  })

  test('with lines left out: by itemReceive, and by ?replace', async () => {
    const id = await order({ item: { items: [itemLine(stud), itemLine(stud, { quantity: 3 })] } })
    const receipt = await made(
      transform(id, 'itemReceipt', { item: { items: [{ orderLine: 1, itemReceive: false }] } }),
    )
    expect(linesOf(await bed.read('itemReceipt', receipt), 'item')).toMatchObject([
      { orderLine: 2, quantity: 3 },
    ])
    const second = await made(
      transform(
        id,
        'vendorBill',
        { item: { items: [{ orderLine: 1, quantity: 2 }] } },
        '?replace=item,expense',
      ),
    )
    const shown = await bed.read('vendorBill', second)
    expect(linesOf(shown, 'item')).toMatchObject([{ orderLine: 1, quantity: 2, amount: 20 }])
    expect(shown.total).toBe(20)
  })

  test('into something else, or when nothing is open, it is refused', async () => {
    const id = await goods()
    expect((await transform(id, 'vendorReturnAuthorization')).status).toBe(400)
    expect((await bed.record(`/purchaseOrder/${id}/!transform/vendorBill`)).status).toBe(405)
    expect((await transform('99999', 'vendorBill')).status).toBe(404)
    await made(transform(id, 'vendorBill'))
    expect(errorOf(await transform(id, 'vendorBill'))).toMatchObject({
      code: 'USER_ERROR',
      detail: rule(`You can not initialize vendorbill: invalid reference ${id}.`),
    })
  })

  test.each(['1', '3'])('with approval status %s it is refused', async (approvalStatus) => {
    const id = await goods({ approvalStatus: { id: approvalStatus } })
    for (const to of ['itemReceipt', 'vendorBill'])
      expect(errorOf(await transform(id, to)).detail).toContain('invalid reference')
  })
})

describe('receipts and bills move the order', () => {
  test('from Pending Receipt over partly received and billed to Fully Billed, and back', async () => {
    const id = await goods()
    expect(await statusOf(id)).toBe('Pending Receipt')
    await receive(id, 3)
    expect(await statusOf(id)).toBe('Pending Billing/Partially Received')
    await bill(id, 3)
    expect(await statusOf(id)).toBe('Partially Received')
    const rest = await receive(id, 5)
    expect(await statusOf(id)).toBe('Pending Bill')
    const last = await bill(id, 5)
    expect(await statusOf(id)).toBe('Fully Billed')
    const shown = await bed.read('purchaseOrder', id)
    expect(linesOf(shown, 'item')).toMatchObject([{ quantityReceived: 8, quantityBilled: 8 }])
    await bed.record(`/vendorBill/${last}`, { method: 'DELETE' })
    expect(await statusOf(id)).toBe('Pending Bill')
    await bed.record(`/itemReceipt/${rest}`, { method: 'DELETE' })
    expect(await statusOf(id)).toBe('Partially Received')
  })

  test('services need no receipt, expenses are received or not', async () => {
    const service = await bed.idOf(
      'servicePurchaseItem',
      String((await bed.records('servicePurchaseItem'))[0]?.itemId),
    )
    const services = await goods({ item: { items: [itemLine(service)] } })
    expect(await statusOf(services)).toBe('Pending Bill')
    const expenses = await order({ item: { items: [] } })
    expect(await statusOf(expenses)).toBe('Pending Receipt')
    await made(transform(expenses, 'itemReceipt'))
    expect(await statusOf(expenses)).toBe('Pending Bill')
    await made(transform(expenses, 'vendorBill'))
    expect(await statusOf(expenses)).toBe('Fully Billed')
  })

  test('a bill that is made by POST counts where its lines name the order', async () => {
    const id = await goods()
    const line = itemLine(stud, { quantity: 2, orderDoc: { id }, orderLine: 1 })
    await bed.create('vendorBill', { entity: { id: vendor }, item: { items: [line] } })
    expect(linesOf(await bed.read('purchaseOrder', id), 'item')).toMatchObject([{ quantityBilled: 2 }])
  })

  test('a changed bill counts anew', async () => {
    const id = await goods()
    const made = await bill(id, 2)
    await bed.patch(`/vendorBill/${made}`, { item: { items: [{ line: 1, quantity: 5 }] } })
    expect(linesOf(await bed.read('purchaseOrder', id), 'item')).toMatchObject([{ quantityBilled: 5 }])
    expect((await bed.read('vendorBill', made)).total).toBe(50)
  })

  test('the order keeps what is linked: neither its line nor itself can be removed or made smaller', async () => {
    const id = await goods()
    await receive(id, 3)
    const removed = await bed.record(`/purchaseOrder/${id}`, { method: 'DELETE' })
    expect(errorOf(removed).detail).toBe(
      rule('This record cannot be deleted because it has dependent records.'),
    )
    const replaced = await bed.patch(`/purchaseOrder/${id}?replace=item`, {
      item: { items: [itemLine(stud)] },
    })
    expect(errorOf(replaced).detail).toContain('other transactions are linked to it')
    const smaller = await bed.patch(`/purchaseOrder/${id}`, { item: { items: [{ line: 1, quantity: 2 }] } })
    expect(errorOf(smaller).detail).toContain('smaller than what has been received')
    await bed.patch(`/purchaseOrder/${id}`, { item: { items: [{ line: 1, isClosed: true }] } })
    expect(await statusOf(id)).toBe('Closed')
    expect(errorOf(await transform(id, 'vendorBill')).detail).toContain('invalid reference')
  })
})

describe('a receipt without transformation', () => {
  test('is made by PUT once and says from which order it is', async () => {
    const id = await goods()
    const body = { createdFrom: { id }, item: { items: [{ orderLine: 1, quantity: 2 }] } }
    const first = await bed.put('/itemReceipt/eid:fl-r-2', body)
    expect(first.status).toBe(204)
    const again = await bed.put('/itemReceipt/eid:fl-r-2', { memo: 'changed' })
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await bed.read('itemReceipt', 'eid:fl-r-2')).toMatchObject({
      memo: 'changed',
      createdFrom: { id },
    })
    expect(linesOf(await bed.read('purchaseOrder', id), 'item')).toMatchObject([{ quantityReceived: 2 }])
  })

  test('and without an order is refused', async () => {
    const answer = await bed.record('/itemReceipt', {
      body: { item: { items: [{ orderLine: 1, quantity: 1 }] } },
    })
    expect(errorOf(answer).detail).toBe(rule('Please enter value(s) for: Created From.'))
  })
})

describe('a bill', () => {
  const body = (changes: JsonObject = {}) => ({
    entity: { id: vendor },
    item: { items: [itemLine(stud)] },
    expense: { items: [expenseLine(materials)] },
    ...changes,
  })

  test('of its own is made by PUT once, its number given twice, its amounts counted', async () => {
    const address = '/vendorBill/eid:fl-own?replace=item,expense'
    await bed.put(address, body({ tranId: 'INV-1' }))
    await bed.put(address, body({ tranId: 'INV-1', approvalStatus: { id: '1' } }))
    await bed.create('vendorBill', body({ tranId: 'INV-1' }))
    expect(await bed.read('vendorBill', 'eid:fl-own')).toMatchObject({
      total: 140,
      status: { id: 'D', refName: 'Pending Approval' },
      transactionNumber: expect.stringMatching(/^VENDBILL\d+$/),
    })
  })

  test.each<[string, () => JsonObject | Promise<JsonObject>, JsonObject]>([
    ['without vendor', () => ({ entity: null }), { detail: rule('Please enter value(s) for: Vendor.') }],
    ['without lines', () => ({ item: null, expense: { items: [] } }), { code: 'INVALID_CONTENT' }],
    [
      'with an inactive vendor',
      async () => ({ entity: { id: await bed.idOf('vendor', 'Old Town Hardware') } }),
      { code: 'INVALID_CONTENT', path: 'entity' },
    ],
    ['with another subsidiary', () => ({ subsidiary: { id: '7' } }), { path: 'subsidiary' }],
    ['against an account that is not payable', () => ({ account: { id: materials } }), { path: 'account' }],
    [
      'with an order that is not there',
      () => ({ item: { items: [itemLine(stud, { orderDoc: { id: '99999' }, orderLine: 1 })] } }),
      { path: 'item.items[0].orderDoc' },
    ],
    [
      'with the order of another vendor',
      async () => {
        const id = await goods({ entity: { id: await bed.idOf('vendor', 'Puget Ready Mix') } })
        return { item: { items: [itemLine(stud, { orderDoc: { id }, orderLine: 1 })] } }
      },
      { path: 'item.items[0].orderDoc' },
    ],
    [
      'with a line that the order does not have',
      async () => ({ item: { items: [itemLine(stud, { orderDoc: { id: await goods() }, orderLine: 7 })] } }),
      { path: 'item.items[0].orderLine' },
    ],
    [
      'with more than was ordered',
      async () => ({
        item: { items: [itemLine(stud, { quantity: 9, orderDoc: { id: await goods() }, orderLine: 1 })] },
      }),
      { detail: rule('You cannot bill more than the quantity ordered.') },
    ],
  ])('%s is refused and leaves nothing', async (_title, changes, error) => {
    const sent = body(await changes())
    const before = (await bed.records('vendorBill')).length
    const answer = await bed.record('/vendorBill', { body: sent })
    expect(errorOf(answer)).toMatchObject({ status: 400, ...error })
    expect((await bed.records('vendorBill')).length).toBe(before)
  })

  test('in a closed period is refused, new, changed or removed', async () => {
    const id = await bed.create('vendorBill', body({ tranDate: '2026-09-30' }))
    const ordered = await goods()
    await settings({ closedThrough: '2026-10-31' })
    const answers = [
      await bed.record('/vendorBill', { body: body({ tranDate: '2026-10-31' }) }),
      await bed.patch(`/vendorBill/${id}`, { memo: 'late' }),
      await bed.record(`/vendorBill/${id}`, { method: 'DELETE' }),
      await transform(ordered, 'itemReceipt', { tranDate: '2026-10-01' }),
    ]
    await settings({ closedThrough: null })
    for (const answer of answers)
      expect(errorOf(answer).detail).toContain('not within an open accounting period')
  })

  test('comes after the receipt where bills in advance are switched off', async () => {
    const id = await goods()
    await settings({ billInAdvance: false })
    expect(errorOf(await transform(id, 'vendorBill')).detail).toContain('invalid reference')
    const receipt = await receive(id, 3)
    const over = await transform(id, 'vendorBill', { item: { items: [{ orderLine: 1, quantity: 4 }] } })
    expect(errorOf(over).detail).toBe(rule('You cannot bill more than the quantity received.'))
    await made(transform(id, 'vendorBill'))
    const removed = await bed.record(`/itemReceipt/${receipt}`, { method: 'DELETE' })
    await settings({ billInAdvance: true })
    expect(errorOf(removed).detail).toContain('what it received is billed')
  })

  test('and a receipt may exceed the order where the company allows it', async () => {
    const id = await goods()
    const more = { item: { items: [{ orderLine: 1, quantity: 10 }] } }
    expect(errorOf(await transform(id, 'itemReceipt', more)).detail).toBe(
      rule('You cannot receive more than the quantity ordered.'),
    )
    await settings({ allowOverReceipt: true, allowOverBilling: true })
    await made(transform(id, 'itemReceipt', more))
    await made(transform(id, 'vendorBill', { item: { items: [{ orderLine: 1, quantity: 12 }] } }))
    await settings({ allowOverReceipt: false, allowOverBilling: false })
    expect(await statusOf(id)).toBe('Fully Billed')
  })
})

describe('SuiteQL sees them', () => {
  const plain = async (q: string) =>
    listOf((await bed.suiteQl(q)).json.items).map(({ links: _links, ...row }) => row)

  test('by type, with their lines and what led to what', async () => {
    const id = await goods()
    const receipt = await receive(id, 3)
    const billed = await bill(id, 2)
    const heads = `SELECT id, type, status, foreigntotal FROM transaction WHERE id IN (${id}, ${receipt}, ${billed}) ORDER BY id`
    expect(await plain(heads)).toEqual([
      { id, type: 'PurchOrd', status: 'E', foreigntotal: '80' },
      { id: receipt, type: 'ItemRcpt' },
      { id: billed, type: 'VendBill', status: 'A', foreigntotal: '20' },
    ])
    const lines = `SELECT id, mainline, item, quantity, quantityshiprecv, quantitybilled FROM transactionline WHERE transaction = ${id} ORDER BY id`
    expect(await plain(lines)).toEqual([
      { id: '0', mainline: 'T' },
      { id: '1', mainline: 'F', item: stud, quantity: '8', quantityshiprecv: '3', quantitybilled: '2' },
    ])
    const links = `SELECT nextdoc, nexttype, linktype, previousline FROM previoustransactionlinelink WHERE previousdoc = ${id} ORDER BY nextdoc`
    expect(await plain(links)).toEqual([
      { nextdoc: receipt, nexttype: 'ItemRcpt', linktype: 'ShipRcpt', previousline: '1' },
      { nextdoc: billed, nexttype: 'VendBill', linktype: 'OrdBill', previousline: '1' },
    ])
  })

  test('a poller sees what changed since a second, and what is gone', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z')
    const own = await openPracticeBed({ now: () => now })
    const rows = async (q: string) =>
      listOf((await own.suiteQl(q)).json.items).map(({ links: _links, ...row }) => row)
    now += 90_000
    const id = await own.create('vendor', { companyName: 'Newcomer Ltd', subsidiary: { id: '1' } })
    await own.control(`/realms/${own.realm}/vendor/3`, { isInactive: true })
    const since = "TO_TIMESTAMP('2026-11-23 10:01:00', 'YYYY-MM-DD HH24:MI:SS')"
    const at = `TO_CHAR(lastmodifieddate, 'YYYY-MM-DD"T"HH24:MI:SS') AS at`
    const changed = `SELECT id, isinactive, ${at} FROM vendor WHERE lastmodifieddate > ${since} ORDER BY id`
    expect(await rows(changed)).toEqual([
      { id: '3', isinactive: 'T', at: '2026-11-23T10:01:30' },
      { id, isinactive: 'F', at: '2026-11-23T10:01:30' },
    ])
    await own.record(`/vendor/${id}`, { method: 'DELETE' })
    const gone = `SELECT recordid, type, name FROM deletedrecord WHERE deleteddate > ${since}`
    expect(await rows(gone)).toEqual([{ recordid: id, type: 'vendor', name: 'Newcomer Ltd' }])
    await own.close()
  })
})
