import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { accountLine, errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let vendor = ''
let bank = ''

beforeAll(async () => {
  bed = await openPracticeBed()
  vendor = await bed.idOf('Vendor', 'Cascade Lumber Supply')
  bank = await bed.idOf('Account', 'Checking')
})
afterAll(() => bed.close())

const bill = async () =>
  bed.create('bill', {
    VendorRef: { value: vendor },
    Line: [accountLine(await bed.idOf('Account', 'Job Materials'), { Amount: 100 })],
  })
const read = async (id: string): Promise<JsonObject> => Object((await bed.api(`/bill/${id}`)).json.Bill)
const payment = (id: string, Amount: number, changes: JsonObject = {}) => ({
  VendorRef: { value: vendor },
  PayType: 'Check',
  CheckPayment: { BankAccountRef: { value: bank } },
  TotalAmt: Amount,
  Line: [{ Amount, LinkedTxn: [{ TxnId: id, TxnType: 'Bill' }] }],
  ...changes,
})
const byHand = (id: string, body: JsonObject = {}) =>
  bed.control(`/realms/${bed.realm}/bill/${id}/payments`, body)

describe('a bill is paid', () => {
  test('in parts, over the API and by hand, until nothing is open', async () => {
    const { Id, SyncToken } = await bill()
    const first = await bed.create('billpayment', payment(Id, 40))
    expect(await read(Id)).toMatchObject({
      Balance: 60,
      SyncToken: String(Number(SyncToken) + 1),
      LinkedTxn: [{ TxnId: first.Id, TxnType: 'BillPaymentCheck' }],
    })
    expect((await byHand(Id)).json).toMatchObject({ TotalAmt: 60, PayType: 'Check' })
    expect(await read(Id)).toMatchObject({ Balance: 0, TotalAmt: 100 })
    const open = await bed.query(`select * from Bill where Balance > '0'`)
    expect(listOf(open.Bill).map((each) => each.Id)).not.toContain(Id)
    const page = await bed.call(`/app/bill?txnId=${Id}&realm=${bed.realm}`)
    for (const words of ['Paid', 'Balance due', '$0.00']) expect(page.text).toContain(words)
  })

  test('and open again when the payment is deleted; what changes in it is counted anew', async () => {
    const { Id } = await bill()
    const { json } = await byHand(Id, { amount: 30 })
    const present = await read(Id)
    const Line = [accountLine(await bed.idOf('Account', 'Job Materials'), { Amount: 120 })]
    await bed.create('bill', { ...present, Line, sparse: true })
    expect(await read(Id)).toMatchObject({ TotalAmt: 120, Balance: 90 })
    await bed.control(`/realms/${bed.realm}/billpayment/${String(json.Id)}`, {}, 'DELETE')
    const open = await read(Id)
    expect(open.Balance).toBe(120)
    expect(open).not.toHaveProperty('LinkedTxn')
  })

  test.each<[string, (id: string) => JsonObject, string]>([
    ['more than is open', (id) => payment(id, 101), '6000'],
    [
      'from an account that is no bank',
      (id) => payment(id, 1, { CheckPayment: { BankAccountRef: { value: '5' } } }),
      '6430',
    ],
    ['without an account', (id) => payment(id, 1, { CheckPayment: {} }), '2020'],
    ['a bill that is not there', () => payment('99999', 1), '2500'],
    ['less than its lines', (id) => payment(id, 10, { TotalAmt: 5 }), '6000'],
  ])('but not %s', async (_title, body, code) => {
    const { Id } = await bill()
    const answer = await bed.api('/billpayment', { body: body(Id) })
    expect([answer.status, errorOf(answer).code]).toEqual([400, code])
    expect((await read(Id)).Balance).toBe(100)
  })
})
