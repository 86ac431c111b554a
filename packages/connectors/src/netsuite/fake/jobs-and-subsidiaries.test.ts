import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { errorOf, itemLine, openPracticeBed } from './practice-bed.ts'

let now = Date.parse('2026-11-23T10:00:00Z')
let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

const ask = async (body: JsonObject, key?: string) =>
  bed.record('/purchaseOrder', {
    body,
    headers: { prefer: 'respond-async', ...(key !== undefined && { 'x-netsuite-idempotency-key': key }) },
  })
const follow = (address: string | null, path = '') =>
  bed.rest(`${(address ?? '').split('/services/rest')[1] ?? ''}${path}`)

describe('Prefer: respond-async', () => {
  test('is answered by the address of a job, which ends in what the call itself would have answered', async () => {
    const asked = await ask(await bed.purchaseOrder({ tranId: 'PO-ASYNC' }))
    expect([asked.status, asked.text, asked.headers.get('preference-applied')]).toEqual([
      202,
      '',
      'respond-async',
    ])
    const address = asked.headers.get('location')
    expect(address).toMatch(/\/services\/rest\/async\/v1\/job\/\d+$/)
    expect((await follow(address)).json).toMatchObject({ completed: true, progress: 'succeeded' })
    expect((await follow(address, '/task/1')).json).toMatchObject({ completed: true, id: '1' })
    const result = await follow(address, '/task/1/result')
    expect(result.status).toBe(204)
    const id = (result.headers.get('location') ?? '').split('/').at(-1) ?? ''
    expect(await bed.read('purchaseOrder', id)).toMatchObject({ tranId: 'PO-ASYNC' })
  })

  test('is pending as long as the company says', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { asyncSeconds: 30 })
    const address = (await ask(await bed.purchaseOrder())).headers.get('location')
    expect((await follow(address)).json).toMatchObject({ completed: false, progress: 'pending' })
    expect((await follow(address, '/task/1/result')).status).toBe(404)
    now += 30_000
    expect((await follow(address)).json).toMatchObject({ completed: true })
    await bed.control(`/realms/${bed.realm}/settings`, { asyncSeconds: 0 })
  })

  test('a refusal is the result, not the answer', async () => {
    const address = (await ask({})).headers.get('location')
    expect((await follow(address)).json).toMatchObject({ progress: 'failed' })
    expect(errorOf(await follow(address, '/task/1/result'))).toMatchObject({
      status: 400,
      code: 'USER_ERROR',
    })
  })

  test('one key is one execution: the second call is led to the first', async () => {
    const body = await bed.purchaseOrder({ memo: 'once' })
    const [first, again] = [await ask(body, 'key-1'), await ask(body, 'key-1')]
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(errorOf(again)).toMatchObject({ status: 400, code: 'IDEMPOTENCY_ERROR' })
    expect(again.json.title).toBe('Conflict')
    const made = (await bed.records('purchaseOrder')).filter(({ memo }) => memo === 'once')
    expect(made).toHaveLength(1)
  })

  test('a key on a call that waits is ignored', async () => {
    const body = await bed.purchaseOrder({ memo: 'twice' })
    const headers = { 'x-netsuite-idempotency-key': 'key-2' }
    for (const _time of [1, 2]) await bed.record('/purchaseOrder', { body, headers })
    expect((await bed.records('purchaseOrder')).filter(({ memo }) => memo === 'twice')).toHaveLength(2)
  })
})

describe('several subsidiaries', () => {
  test('have vendors of their own; an order follows its vendor', async () => {
    const two = await openPracticeBed()
    await two.control('/realms', { name: 'Two Yards', id: 'TSTDRV0000001', subsidiaries: ['West', 'East'] })
    await two.connect('TSTDRV0000001')
    const vendors = await two.records('vendor')
    expect(new Set(vendors.map(({ subsidiary }) => Object(subsidiary).id))).toEqual(new Set(['2', '3']))
    const id = await two.create('purchaseOrder', await two.purchaseOrder())
    const shown = await two.read('purchaseOrder', id)
    expect(['West', 'East']).toContain(Object(shown.subsidiary).refName)
    const other = Object(shown.subsidiary).id === '2' ? '3' : '2'
    const wrong = await two.record('/purchaseOrder', {
      body: await two.purchaseOrder({ subsidiary: { id: other } }),
    })
    expect(errorOf(wrong)).toMatchObject({ code: 'INVALID_CONTENT', path: 'subsidiary' })
    const item = await two.create('nonInventoryPurchaseItem', {
      itemId: 'Only elsewhere',
      subsidiary: { items: [{ id: other }] },
      expenseAccount: { id: await two.idOf('account', 'Job Materials') },
    })
    const missing = await two.record('/purchaseOrder', {
      body: await two.purchaseOrder({ item: { items: [itemLine(item)] } }),
    })
    expect(errorOf(missing)).toMatchObject({ code: 'INVALID_CONTENT', path: 'item.items[0].item' })
    await two.close()
  })
})

describe('a bill is paid by hand', () => {
  test('in part and wholly; then it is neither deleted nor made less', async () => {
    const order = await bed.create('purchaseOrder', await bed.purchaseOrder())
    const made = await bed.record(`/purchaseOrder/${order}/!transform/vendorBill`, { body: {} })
    const bill = (made.headers.get('location') ?? '').split('/').at(-1) ?? ''
    const pay = (body: JsonObject = {}) =>
      bed.control(`/realms/${bed.realm}/vendorBill/${bill}/payments`, body)
    const unpaid = async () => {
      const q = `SELECT status, foreignamountunpaid FROM transaction WHERE id = ${bill}`
      const [row] = listOf((await bed.suiteQl(q)).json.items)
      return [row?.status, row?.foreignamountunpaid]
    }
    expect((await pay({ amount: 40 })).status).toBe(201)
    expect(await unpaid()).toEqual(['A', '100'])
    await pay()
    expect(await unpaid()).toEqual(['B', '0'])
    expect((await pay()).status).toBe(400)
    const removed = await bed.record(`/vendorBill/${bill}`, { method: 'DELETE' })
    expect(errorOf(removed).detail).toContain('dependent records')
    const less = await bed.patch(`/vendorBill/${bill}`, { item: { items: [{ line: 1, quantity: 1 }] } })
    expect(errorOf(less).detail).toContain('less than what has been paid')
    const page = await bed.call(`/app/vendorbill?id=${bill}&account=${bed.realm}`)
    expect(page.text).toContain('Bill payment')
  })
})
