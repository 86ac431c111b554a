import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
beforeAll(async () => {
  bed = await openPracticeBed()
  await bed.control(`/realms/${bed.realm}/settings`, { multiCurrency: true })
})
afterAll(() => bed.close())

const euro = { CurrencyRef: { value: 'EUR' } }
const invalid =
  'Business Validation Error: The currency of the transaction is invalid for customer / vendor / account.'

/** A vendor that is kept in euros, and the payables account that came with the first one. */
async function inEuros(name: string) {
  const vendor = await bed.create('vendor', { DisplayName: name, ...euro })
  const payables = { value: await bed.idOf('Account', 'Accounts Payable - EUR') }
  return { VendorRef: { value: vendor.Id }, APAccountRef: payables }
}

test('once several are let in, the preferences say so, and each has a rate by day', async () => {
  const { json } = await bed.api('/preferences')
  expect(json.Preferences).toMatchObject({ CurrencyPrefs: { MultiCurrencyEnabled: true } })
  const rate = await bed.api('/exchangerate?sourcecurrencycode=EUR&asofdate=2026-11-02')
  expect(rate.json.ExchangeRate).toMatchObject({
    SourceCurrencyCode: 'EUR',
    TargetCurrencyCode: 'USD',
    Rate: 1.08,
    AsOfDate: '2026-11-02',
  })
  expect((await bed.api('/exchangerate?sourcecurrencycode=XXX')).status).toBe(400)
})

test('a transaction that names no currency is in its vendor’s, and one that names no rate is valued at 1', async () => {
  const order = await bed.purchaseOrder(await inEuros('Nordlicht'))
  expect(await bed.create('purchaseorder', order)).toMatchObject({ ...euro, ExchangeRate: 1 })
  const valued = await bed.create('purchaseorder', { ...order, ...euro, ExchangeRate: 1.08 })
  expect(valued).toMatchObject({ ...euro, ExchangeRate: 1.08, TotalAmt: 140 })
})

test.each<[string, () => Promise<object>]>([
  ['another currency than the vendor’s', async () => ({ CurrencyRef: { value: 'GBP' } })],
  [
    'dollars for a vendor in euros',
    async () => ({ ...(await inEuros('Südlicht')), CurrencyRef: { value: 'USD' } }),
  ],
  [
    'a payables account in another currency',
    async () => ({
      ...(await inEuros('Ostlicht')),
      APAccountRef: { value: await bed.idOf('Account', 'Accounts Payable') },
    }),
  ],
])('%s is refused', async (_title, changes) => {
  const answer = await bed.api('/purchaseorder', {
    body: { ...(await bed.purchaseOrder()), ...(await changes()) },
  })
  expect([answer.status, errorOf(answer).code, errorOf(answer).detail]).toEqual([400, '6000', invalid])
})
