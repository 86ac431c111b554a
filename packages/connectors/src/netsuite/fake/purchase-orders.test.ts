import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { errorOf, expenseLine, itemLine, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let stud = ''
let materials = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  stud = await bed.idOf('nonInventoryPurchaseItem', '2x4x8 Stud')
  materials = await bed.idOf('account', 'Job Materials')
})
afterAll(() => bed.close())

const order = (changes: JsonObject = {}) => bed.purchaseOrder(changes)
const items = (...lines: JsonObject[]) => ({ item: { items: lines }, expense: { items: [] } })
const linesOf = (record: JsonObject, sublist: string) => listOf(Object(record[sublist]).items)

describe('a purchase order is made', () => {
  test('in a currency of its vendor alone: its own, or one of its list; without a rate it is the account’s', async () => {
    const euro = { id: await bed.create('currency', { name: 'Euro', symbol: 'EUR', exchangeRate: 1.08 }) }
    const refused = await bed.record('/purchaseOrder', { body: await order({ currency: euro }) })
    expect(errorOf(refused)).toMatchObject({
      code: 'INVALID_CONTENT',
      detail: `Error while accessing resource: You have entered an Invalid Field Value ${euro.id} for the following field: currency`,
      path: 'currency',
    })
    const entity = {
      id: await bed.create('vendor', {
        companyName: 'Nordlicht',
        subsidiary: { id: '1' },
        currencyList: { items: [{ currency: euro }] },
      }),
    }
    const id = await bed.create('purchaseOrder', await order({ entity, currency: euro }))
    expect(await bed.read('purchaseOrder', id)).toMatchObject({ currency: euro, exchangeRate: 1.08 })
  })

  test('with 204, an address and no body', async () => {
    const made = await bed.record('/purchaseOrder', { body: await order() })
    expect(made.status).toBe(204)
    expect(made.text).toBe('')
    expect(made.headers.get('location')).toMatch(
      new RegExp(`^${bed.url}/tstdrv\\d{7}/services/rest/record/v1/purchaseOrder/\\d+$`),
    )
  })

  test('and read back whole, its references by name', async () => {
    const body = await order({
      tranId: 'PO-77',
      tranDate: '2026-11-02',
      dueDate: '2026-12-01',
      memo: 'Gate 3',
    })
    const shown = await bed.read('purchaseOrder', await bed.create('purchaseOrder', body))
    expect(shown).toMatchObject({
      tranId: 'PO-77',
      tranDate: '2026-11-02',
      dueDate: '2026-12-01',
      memo: 'Gate 3',
      entity: { refName: 'Cascade Lumber Supply' },
      subsidiary: { id: '1', refName: 'Harbour Test' },
      status: { id: 'B', refName: 'Pending Receipt' },
      total: 140,
      subtotal: 140,
    })
    expect(linesOf(shown, 'item')).toMatchObject([
      {
        line: 1,
        item: { id: stud, refName: '2x4x8 Stud' },
        quantity: 8,
        rate: 10,
        amount: 80,
        isClosed: false,
      },
    ])
    expect(linesOf(shown, 'expense')).toMatchObject([
      { line: 1, account: { id: materials, refName: 'Job Materials' }, amount: 60, memo: 'Skip hire' },
    ])
  })

  test('without expandSubResources its lines are only a link', async () => {
    const id = await bed.create('purchaseOrder', await order())
    const shown = await bed.read('purchaseOrder', id, '?simpleEnumFormat=true')
    expect(Object(shown.item).items).toBeUndefined()
    expect(listOf(Object(shown.item).links)[0]?.href).toMatch(/purchaseOrder\/\d+\/item$/)
    expect(shown.status).toBe('B')
    const few = await bed.read('purchaseOrder', id, '?fields=tranId,total')
    expect(Object.keys(few).sort()).toEqual(['id', 'links', 'total', 'tranId'])
  })

  test('amounts are rounded to cents, half away from zero; a sent amount is kept', async () => {
    const body = await order(
      items(itemLine(stud, { rate: 3.475, quantity: 9 }), itemLine(stud, { amount: 5, rate: 1 })),
    )
    const shown = await bed.read('purchaseOrder', await bed.create('purchaseOrder', body))
    expect(linesOf(shown, 'item').map(({ amount }) => amount)).toEqual([31.28, 5])
    expect(shown.total).toBe(36.28)
  })

  test('what was left out is the ledger’s: number, cost, description', async () => {
    const body = await order(items({ item: { id: stud } }))
    const shown = await bed.read('purchaseOrder', await bed.create('purchaseOrder', body))
    expect(shown.tranId).toMatch(/^PO\d+$/)
    expect(linesOf(shown, 'item')).toMatchObject([
      { quantity: 1, rate: 4.85, description: 'Framing stud, kiln dried, 2 x 4 x 8 ft' },
    ])
  })

  test('where the ledger numbers by itself, the number that was sent is not taken', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { allowNumberOverride: false })
    const id = await bed.create('purchaseOrder', await order({ tranId: 'MINE-1' }))
    await bed.control(`/realms/${bed.realm}/settings`, { allowNumberOverride: true })
    expect((await bed.read('purchaseOrder', id)).tranId).toMatch(/^PO\d+$/)
  })
})

describe('by its external id', () => {
  test('PUT makes it once and changes it afterwards', async () => {
    const address = '/purchaseOrder/eid:fl-1?replace=item,expense'
    const first = await bed.put(address, await order({ memo: 'first' }))
    const again = await bed.put(address, await order({ memo: 'second' }))
    expect([first.status, again.status]).toEqual([204, 204])
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    const shown = await bed.read('purchaseOrder', 'eid:fl-1')
    expect(shown).toMatchObject({ memo: 'second', externalId: 'fl-1', total: 140 })
  })

  test('PUT without ?replace adds its lines once more', async () => {
    await bed.put('/purchaseOrder/eid:fl-2', await order())
    await bed.put('/purchaseOrder/eid:fl-2', await order())
    expect((await bed.read('purchaseOrder', 'eid:fl-2')).total).toBe(280)
  })

  test('PUT by the ledger’s own id is not allowed, nor an id with other characters', async () => {
    expect((await bed.put('/purchaseOrder/1', await order())).status).toBe(405)
    const strange = await bed.put('/purchaseOrder/eid:a.b', await order())
    expect(errorOf(strange)).toMatchObject({ status: 400, code: 'INVALID_PARAMETER' })
  })

  test('POST with an external id that is taken is refused', async () => {
    await bed.create('purchaseOrder', await order({ externalId: 'fl-3' }))
    const again = await bed.record('/purchaseOrder', { body: await order({ externalId: 'fl-3' }) })
    expect(errorOf(again)).toEqual({
      status: 400,
      code: 'USER_ERROR',
      detail: 'Error while accessing a resource. This entity already exists.',
    })
  })
})

describe('a purchase order is changed', () => {
  test('PATCH keeps what is not sent, merges a line by its number and adds others', async () => {
    const id = await bed.create('purchaseOrder', await order({ memo: 'kept' }))
    const sent = { item: { items: [{ line: 1, quantity: 2 }, itemLine(stud, { quantity: 1 })] } }
    expect((await bed.patch(`/purchaseOrder/${id}`, sent)).status).toBe(204)
    const shown = await bed.read('purchaseOrder', id)
    expect(linesOf(shown, 'item')).toMatchObject([
      { line: 1, quantity: 2, amount: 20 },
      { line: 2, quantity: 1, amount: 10 },
    ])
    expect(shown).toMatchObject({ memo: 'kept', total: 90 })
  })

  test('?replace puts new lines in the place of all', async () => {
    const id = await bed.create('purchaseOrder', await order())
    await bed.patch(`/purchaseOrder/${id}?replace=item,expense`, items(itemLine(stud, { quantity: 3 })))
    const shown = await bed.read('purchaseOrder', id)
    expect(shown.total).toBe(30)
    expect(linesOf(shown, 'expense')).toEqual([])
  })

  test('null clears a field', async () => {
    const id = await bed.create('purchaseOrder', await order({ memo: 'gone soon' }))
    await bed.patch(`/purchaseOrder/${id}`, { memo: null })
    expect(await bed.read('purchaseOrder', id)).not.toHaveProperty('memo')
  })

  test('replaceSelectedFields clears what ?replace names and the body leaves out', async () => {
    const id = await bed.create('purchaseOrder', await order({ memo: 'gone soon', dueDate: '2026-12-01' }))
    const address = `/purchaseOrder/${id}?replace=memo,expense`
    await bed.patch(address, { message: 'kept' })
    expect(await bed.read('purchaseOrder', id)).toMatchObject({ memo: 'gone soon', total: 140 })
    await bed.patch(`${address}&replaceSelectedFields=true`, { message: 'kept' })
    const shown = await bed.read('purchaseOrder', id)
    expect(shown).toMatchObject({ dueDate: '2026-12-01', message: 'kept', total: 80 })
    expect(shown).not.toHaveProperty('memo')
  })

  test('it is closed line by line', async () => {
    const id = await bed.create('purchaseOrder', await order())
    await bed.patch(`/purchaseOrder/${id}`, { item: { items: [{ line: 1, isClosed: true }] } })
    expect((await bed.read('purchaseOrder', id)).status).toMatchObject({ id: 'B' })
    await bed.patch(`/purchaseOrder/${id}`, { expense: { items: [{ line: 1, isClosed: true }] } })
    expect((await bed.read('purchaseOrder', id)).status).toEqual({ id: 'H', refName: 'Closed' })
  })

  test('it is deleted, and then does not exist', async () => {
    const id = await bed.create('purchaseOrder', await order())
    const removed = await bed.record(`/purchaseOrder/${id}`, { method: 'DELETE' })
    expect([removed.status, removed.text]).toEqual([204, ''])
    expect(errorOf(await bed.record(`/purchaseOrder/${id}`))).toEqual({
      status: 404,
      code: 'NONEXISTENT_ID',
      detail: 'The record instance does not exist. Provide a valid record instance ID.',
    })
    expect(errorOf(await bed.patch(`/purchaseOrder/${id}`, { memo: 'x' }))).toMatchObject({ status: 404 })
  })
})

describe('a purchase order is refused', () => {
  const invalid = (value: string, field: string) =>
    `Error while accessing resource: You have entered an Invalid Field Value ${value} for the following field: ${field}`
  const rule = (sentence: string) => `Error while accessing a resource. ${sentence}`

  test.each<[string, () => JsonObject, JsonObject]>([
    ['without vendor', () => ({ entity: null }), { detail: rule('Please enter value(s) for: Vendor.') }],
    [
      'without lines',
      () => items(),
      { detail: rule('You must enter at least one line item for this transaction.') },
    ],
    [
      'with an item that is not there',
      () => items(itemLine('9999')),
      { code: 'INVALID_CONTENT', detail: invalid('9999', 'item'), path: 'item.items[0].item' },
    ],
    [
      'with a vendor that is a customer',
      () => ({ entity: { id: '10' } }),
      { code: 'INVALID_CONTENT', detail: invalid('10', 'entity'), path: 'entity' },
    ],
    [
      'with another subsidiary than the vendor’s',
      () => ({ subsidiary: { id: '7' } }),
      { code: 'INVALID_CONTENT', path: 'subsidiary' },
    ],
    [
      'with the payable account on an expense line',
      () => ({ expense: { items: [expenseLine('5')] } }),
      { code: 'INVALID_CONTENT', detail: invalid('5', 'account'), path: 'expense.items[0].account' },
    ],
    [
      'with an expense line without amount',
      () => ({ expense: { items: [{ account: { id: materials } }] } }),
      { detail: rule('Please enter value(s) for: Amount.') },
    ],
    [
      'with a day that is none',
      () => ({ tranDate: '2026-02-30' }),
      { code: 'INVALID_CONTENT', path: 'tranDate' },
    ],
    [
      'with a number as text',
      () => items(itemLine(stud, { quantity: '8' })),
      { code: 'INVALID_CONTENT', path: 'item.items[0].quantity' },
    ],
    [
      'with a long number',
      () => ({ tranId: 'N'.repeat(46) }),
      {
        detail: rule('The field tranId contained more than the maximum number ( 45 ) of characters allowed.'),
      },
    ],
    [
      'with a long memo',
      () => ({ memo: 'M'.repeat(1000) }),
      {
        detail: rule('The field memo contained more than the maximum number ( 999 ) of characters allowed.'),
      },
    ],
  ])('%s', async (_title, changes, error) => {
    const before = (await bed.records('purchaseOrder')).length
    const answer = await bed.record('/purchaseOrder', { body: await order(changes()) })
    expect(answer.headers.get('content-type')).toContain('type=error')
    expect(errorOf(answer)).toMatchObject({ status: 400, code: 'USER_ERROR', ...error })
    expect((await bed.records('purchaseOrder')).length).toBe(before)
  })

  test('with a number that another order has', async () => {
    await bed.create('purchaseOrder', await order({ tranId: 'PO-TWICE' }))
    const again = await bed.record('/purchaseOrder', { body: await order({ tranId: 'PO-TWICE' }) })
    expect(errorOf(again)).toMatchObject({ code: 'USER_ERROR', detail: rule('This record already exists.') })
  })

  test.each(['vendor', 'nonInventoryPurchaseItem', 'account'])('with an inactive %s', async (type) => {
    const ids: Record<string, string> = {
      vendor: await bed.idOf('vendor', 'Old Town Hardware'),
      nonInventoryPurchaseItem: await bed.idOf('nonInventoryPurchaseItem', 'Asbestos test kit'),
      account: await bed.idOf('account', 'Old Site Costs'),
    }
    const id = ids[type] ?? ''
    const changes: Record<string, JsonObject> = {
      vendor: { entity: { id } },
      nonInventoryPurchaseItem: items(itemLine(id)),
      account: { expense: { items: [expenseLine(id)] } },
    }
    const answer = await bed.record('/purchaseOrder', { body: await order(changes[type]) })
    expect(errorOf(answer)).toMatchObject({ status: 400, code: 'INVALID_CONTENT' })
    expect(errorOf(answer).detail).toContain(`Invalid Field Value ${id} `)
  })

  test('in a period that is closed, new or old', async () => {
    const id = await bed.create('purchaseOrder', await order({ tranDate: '2026-09-30' }))
    await bed.control(`/realms/${bed.realm}/settings`, { closedThrough: '2026-10-31' })
    const detail = rule('The transaction date you specified is not within an open accounting period.')
    const made = await bed.record('/purchaseOrder', { body: await order({ tranDate: '2026-10-31' }) })
    const moved = await bed.patch(`/purchaseOrder/${id}`, { tranDate: '2026-11-02' })
    const removed = await bed.record(`/purchaseOrder/${id}`, { method: 'DELETE' })
    await bed.control(`/realms/${bed.realm}/settings`, { closedThrough: null })
    for (const answer of [made, moved, removed]) expect(errorOf(answer)).toMatchObject({ detail })
  })
})
