import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { errorOf, expenseLine, itemLine, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let item = ''
let account = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  item = await bed.idOf('nonInventoryPurchaseItem', '2x4x8 Stud')
  account = await bed.idOf('account', 'Job Materials')
})
afterAll(() => bed.close())

const taxed = (code: string | undefined, amount: number) => ({
  ...expenseLine(account),
  amount,
  ...(code !== undefined && { taxCode: { id: code } }),
})
const order = (lines: JsonObject[], more: JsonObject = {}) =>
  bed.purchaseOrder({ item: { items: [] }, expense: { items: lines }, ...more })

test('G-14 without tax a line takes no tax code, and totals are net', async () => {
  const refused = await bed.record('/purchaseOrder', { body: await order([taxed('1', 60)]) })
  expect(errorOf(refused)).toMatchObject({ status: 400, path: 'expense.items[0].taxCode' })
  const id = await bed.create('purchaseOrder', await order([taxed(undefined, 60)]))
  expect((await bed.record(`/purchaseOrder/${id}`)).json).toMatchObject({ taxTotal: 0, total: 60 })
})

test('G-14 with tax each line has a code, and its tax is rounded on the line', async () => {
  await bed.control(`/realms/${bed.realm}/settings`, { tax: true })
  const { json } = await bed.suiteQl('SELECT id, itemid, rate, isinactive FROM salestaxitem ORDER BY id')
  expect(json.items).toMatchObject([
    { id: '1', itemid: 'S-GB', rate: '20', isinactive: 'F' },
    { id: '2', itemid: 'R-GB', rate: '5' },
    { id: '3', rate: '0' },
    { id: '4', rate: '0' },
    { id: '5', isinactive: 'T' },
  ])
  const lines = [taxed('1', 0.03), taxed('1', 0.03), taxed('2', 100)]
  const studs = { ...itemLine(item), taxCode: { id: '3' } }
  const id = await bed.create('purchaseOrder', await order(lines, { item: { items: [studs] } }))
  const { json: kept } = await bed.record(`/purchaseOrder/${id}?expandSubResources=true`)
  expect(kept).toMatchObject({
    subtotal: 180.06,
    taxTotal: 5.02,
    total: 185.08,
    expense: {
      items: [
        { taxCode: { id: '1', refName: 'S-GB' }, taxRate1: 20, tax1Amt: 0.01, grossAmt: 0.04 },
        { tax1Amt: 0.01 },
        { taxRate1: 5, tax1Amt: 5, grossAmt: 105 },
      ],
    },
    item: { items: [{ taxCode: { id: '3' }, tax1Amt: 0 }] },
  })
})

test('G-14 a bill that is made of an order has the codes of its lines, and is due with tax', async () => {
  const id = await bed.create('purchaseOrder', await order([taxed('1', 60)]))
  const { headers } = await bed.record(`/purchaseOrder/${id}/!transform/vendorBill`, { body: {} })
  const bill = headers.get('location')?.split('/').at(-1)
  const { json } = await bed.record(`/vendorBill/${bill}?expandSubResources=true`)
  expect(json).toMatchObject({
    taxTotal: 12,
    total: 72,
    userTotal: 72,
    expense: { items: [{ tax1Amt: 12 }] },
  })
})

test('G-22 a line without a code is refused, unless its vendor has one; an inactive one is not there', async () => {
  const wanted = async (code: string | undefined) =>
    errorOf(await bed.record('/purchaseOrder', { body: await order([taxed(code, 60)]) }))
  expect(await wanted(undefined)).toMatchObject({
    code: 'USER_ERROR',
    detail: expect.stringMatching(/Tax Code/),
  })
  expect(await wanted('5')).toMatchObject({ code: 'INVALID_CONTENT', path: 'expense.items[0].taxCode' })
  expect(await wanted('99')).toMatchObject({ path: 'expense.items[0].taxCode' })
  const vendor = await bed.idOf('vendor', 'Cascade Lumber Supply')
  await bed.patch(`/vendor/${vendor}`, { taxItem: { id: '2' } })
  const id = await bed.create('purchaseOrder', await order([taxed(undefined, 60)]))
  expect((await bed.record(`/purchaseOrder/${id}`)).json).toMatchObject({ taxTotal: 3, total: 63 })
})
