import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { accountLine, openPracticeBed, sentencesOf } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => Date.parse('2026-11-23T10:00:00Z') })
})
afterAll(() => bed.close())

const line = (changes: JsonObject = {}) => accountLine({ UnitAmount: 100, ...changes })
async function bill(changes: JsonObject = {}): Promise<JsonObject> {
  const Contact = { ContactID: await bed.contactId('Cascade Lumber Supply') }
  const days = { Date: '2026-11-02', DueDate: '2026-12-02' }
  return bed.create('Invoices', {
    ...{ Type: 'ACCPAY', Contact, ...days, LineItems: [line()], Status: 'AUTHORISED' },
    ...changes,
  })
}
const read = async (id: unknown) => listOf((await bed.api(`/Invoices/${String(id)}`)).json.Invoices)[0] ?? {}
const pay = (id: unknown, Amount: number, more: JsonObject = {}) =>
  bed.put('/Payments', {
    Payments: [
      { Invoice: { InvoiceID: String(id) }, Account: { Code: '090' }, Date: '2026-11-20', Amount, ...more },
    ],
  })
const byHand = (id: unknown, body: JsonObject = {}) =>
  bed.control(`/realms/${bed.realm}/Invoices/${String(id)}/payments`, body)

describe('a bill is paid', () => {
  test('in parts: what is due falls, and at nothing it is PAID', async () => {
    const { InvoiceID } = await bill()
    const first = listOf((await pay(InvoiceID, 40, { Reference: 'half' })).json.Payments)[0]
    expect(first).toMatchObject({
      PaymentType: 'ACCPAYPAYMENT',
      Status: 'AUTHORISED',
      Amount: 40,
      Date: '/Date(1795132800000+0000)/',
      Invoice: { InvoiceID, Type: 'ACCPAY', Contact: { Name: 'Cascade Lumber Supply' } },
      Account: { Code: '090' },
    })
    expect(await read(InvoiceID)).toMatchObject({ Status: 'AUTHORISED', AmountDue: 60, AmountPaid: 40 })
    await pay(InvoiceID, 60)
    const paid = await read(InvoiceID)
    expect(paid).toMatchObject({ Status: 'PAID', AmountDue: 0, AmountPaid: 100 })
    expect(paid.FullyPaidOnDate).toBe('/Date(1795132800000+0000)/')
    expect(listOf(paid.Payments).map(({ Amount, Reference }) => [Amount, Reference])).toEqual([
      [40, 'half'],
      [60, undefined],
    ])
  })

  test('by hand, wholly or in part, and opened again when the payment is deleted', async () => {
    const { InvoiceID } = await bill()
    expect((await byHand(InvoiceID, { Amount: 30 })).json).toMatchObject({ Amount: 30, Date: '2026-11-23' })
    const { json } = await byHand(InvoiceID)
    expect(await read(InvoiceID)).toMatchObject({ Status: 'PAID', AmountPaid: 100 })
    const removed = await bed.api(`/Payments/${String(json.PaymentID)}`, { body: { Status: 'DELETED' } })
    expect(removed.status).toBe(200)
    const open = await read(InvoiceID)
    expect(open).toMatchObject({ Status: 'AUTHORISED', AmountDue: 70, AmountPaid: 30 })
    expect(open).not.toHaveProperty('FullyPaidOnDate')
    const again = await bed.api(`/Payments/${String(json.PaymentID)}`, { body: { Status: 'DELETED' } })
    expect(sentencesOf(again)).toEqual(['This payment has been deleted already'])
  })

  test('in the pages: approve, pay a part, pay the rest', async () => {
    const { InvoiceID } = await bill({ Status: 'DRAFT' })
    const press = (path: string, form: Record<string, string>, origin = new URL(bed.url).origin) =>
      bed.call(`/app${path}`, {
        text: new URLSearchParams({ tenant: bed.realm, id: String(InvoiceID), ...form }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      })
    expect((await press('/bill/status', { status: 'AUTHORISED' }, 'http://elsewhere.example')).status).toBe(
      403,
    )
    expect((await press('/bill/status', { status: 'AUTHORISED' })).status).toBe(303)
    expect((await press('/bill/pay', { amount: '25' })).status).toBe(303)
    const { text } = await bed.call(`/app/bill?id=${String(InvoiceID)}&tenant=${bed.realm}`)
    for (const words of ['Payments', 'Amount due', '75.00', 'Amount paid']) expect(text).toContain(words)
    expect((await press('/bill/pay', { amount: '76' })).text).toContain('exceeds the amount outstanding')
    await press('/bill/pay', { amount: '75' })
    expect((await read(InvoiceID)).Status).toBe('PAID')
  })

  test('and an order is marked as billed there, and as not billed', async () => {
    const made = await bed.create('PurchaseOrders', await bed.purchaseOrder({ Status: 'AUTHORISED' }))
    const id = String(made.PurchaseOrderID)
    const { origin } = new URL(bed.url)
    for (const status of ['BILLED', 'AUTHORISED']) {
      const page = await bed.call(`/app/purchaseorder?id=${id}&tenant=${bed.realm}`)
      expect(page.text).toContain(`value="${status}"`)
      await bed.call('/app/purchaseorder/status', {
        text: new URLSearchParams({ tenant: bed.realm, id, status }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
      })
      const [order] = listOf((await bed.api(`/PurchaseOrders/${id}`)).json.PurchaseOrders)
      expect(order?.Status).toBe(status)
    }
  })

  test.each<[string, () => ReturnType<typeof pay>, string]>([
    [
      'more than is due',
      async () => pay((await bill()).InvoiceID, 100.01),
      'Payment amount exceeds the amount outstanding on this document',
    ],
    [
      'a draft',
      async () => pay((await bill({ Status: 'DRAFT' })).InvoiceID, 1),
      'Payments can only be made against Authorised documents',
    ],
    ['nothing', async () => pay((await bill()).InvoiceID, 0), 'Payment amount must be greater than zero'],
    [
      'from an expense account',
      async () => pay((await bill()).InvoiceID, 1, { Account: { Code: '400' } }),
      'The account type is invalid for payments',
    ],
    [
      'a bill that is not there',
      async () => pay('00000000-0000-4000-8000-000000000000', 1),
      'The document with the supplied id was not found for this endpoint.',
    ],
  ])('but not %s', async (_title, attempt, sentence) => {
    expect(sentencesOf(await attempt())).toContain(sentence)
  })

  test('afterwards it cannot be voided nor its amounts changed, its texts can', async () => {
    const post = (id: unknown, body: JsonObject) => bed.api(`/Invoices/${String(id)}`, { body })
    const { InvoiceID, LineItems } = await bill()
    const [kept] = listOf(LineItems)
    const LineItemID = kept?.LineItemID ?? ''
    await byHand(InvoiceID, { Amount: 10 })
    const allocated = 'This document cannot be edited as it has a payment or credit note allocated to it.'
    expect(sentencesOf(await post(InvoiceID, { Status: 'VOIDED' }))).toContain(allocated)
    const dearer = [line({ LineItemID, UnitAmount: 120 })]
    expect(sentencesOf(await post(InvoiceID, { LineItems: dearer }))).toContain(allocated)
    await byHand(InvoiceID)
    expect(sentencesOf(await post(InvoiceID, { LineItems: dearer }))).toContain(
      'Invoice not of valid status for modification',
    )
    const text = { DueDate: '2026-12-24', LineItems: [line({ LineItemID, Description: 'Skip, large' })] }
    expect((await post(InvoiceID, text)).status).toBe(200)
    expect(await read(InvoiceID)).toMatchObject({
      Status: 'PAID',
      AmountDue: 0,
      DueDateString: '2026-12-24T00:00:00',
    })
  })
})

describe('lists know what changed since', () => {
  test('payments, and the bill that was paid', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z')
    const own = await openPracticeBed({ now: () => now })
    const Contact = { ContactID: await own.contactId('Cascade Lumber Supply') }
    const { InvoiceID } = await own.create('Invoices', {
      ...{ Type: 'ACCPAY', Contact, DueDate: '2026-12-02', LineItems: [line()], Status: 'AUTHORISED' },
    })
    now += 60_000
    const since = { 'if-modified-since': '2026-11-23T10:00:30' }
    const ids = async (plural: string) =>
      listOf((await own.api(`/${plural}`, { headers: since })).json[plural])
    expect(await ids('Invoices')).toEqual([])
    await own.control(`/realms/${own.realm}/Invoices/${String(InvoiceID)}/payments`)
    expect(await ids('Invoices')).toMatchObject([{ InvoiceID, Status: 'PAID' }])
    expect(await ids('Payments')).toHaveLength(1)
    for (const plural of ['Accounts', 'Contacts', 'Items', 'PurchaseOrders'])
      expect(await ids(plural)).toEqual([])
    expect((await ids('TaxRates')).length).toBeGreaterThan(0)
    await own.close()
  })
})

describe('places of unit amounts', () => {
  test('four are kept and shown to whoever says unitdp=4, others see two', async () => {
    const made = await bed.create(
      'Invoices',
      {
        ...{ Type: 'ACCPAY', Contact: { ContactID: await bed.contactId('Puget Ready Mix') } },
        LineItems: [line({ UnitAmount: 1.2345, Quantity: 100 })],
      },
      '?unitdp=4',
    )
    const shown = async (query: string) => {
      const { json } = await bed.api(`/Invoices/${String(made.InvoiceID)}${query}`)
      const [each] = listOf(listOf(json.Invoices)[0]?.LineItems)
      return [each?.UnitAmount, each?.LineAmount]
    }
    expect(await shown('?unitdp=4')).toEqual([1.2345, 123.45])
    expect(await shown('')).toEqual([1.23, 123.45])
  })
})

describe('a repeating template', () => {
  const template = async (changes: JsonObject = {}) => ({
    Type: 'ACCPAY',
    Contact: { ContactID: await bed.contactId('Cascade Lumber Supply') },
    LineItems: [line()],
    Status: 'AUTHORISED',
    Schedule: {
      ...{ Period: 1, Unit: 'MONTHLY', StartDate: '2026-12-01', NextScheduledDate: '2026-12-01' },
      ...{ DueDate: 20, DueDateType: 'OFFOLLOWINGMONTH' },
    },
    ...changes,
  })

  test('makes bills that name it, each on its day', async () => {
    const { json } = await bed.control(`/realms/${bed.realm}/RepeatingInvoices`, await template())
    const { RepeatingInvoiceID } = json
    const path = `/realms/${bed.realm}/RepeatingInvoices/${String(RepeatingInvoiceID)}/bills`
    const bills = [(await bed.control(path)).json, (await bed.control(path)).json]
    expect(bills.map((each) => [each.Date, each.DueDate])).toEqual([
      ['2026-12-01', '2027-01-20'],
      ['2027-01-01', '2027-02-20'],
    ])
    const shown = await read(bills[0]?.InvoiceID)
    expect(shown).toMatchObject({ RepeatingInvoiceID, Status: 'AUTHORISED', Total: 100 })
    const [listed] = listOf((await bed.api('/RepeatingInvoices')).json.RepeatingInvoices)
    expect(listed).toMatchObject({ ID: RepeatingInvoiceID, Schedule: { Unit: 'MONTHLY', Period: 1 } })
  })

  test('is made of a bill by hand, which belongs to it from then on', async () => {
    const { InvoiceID } = await bill()
    const path = `/realms/${bed.realm}/Invoices/${String(InvoiceID)}/repeat`
    const { json } = await bed.control(path, { Unit: 'WEEKLY', Period: 2 })
    expect(json).toMatchObject({ Total: 100, Schedule: { Unit: 'WEEKLY', Period: 2 } })
    const { RepeatingInvoiceID } = json
    expect(await read(InvoiceID)).toMatchObject({ RepeatingInvoiceID, Status: 'AUTHORISED' })
    await byHand(InvoiceID)
    expect(await read(InvoiceID)).toMatchObject({ RepeatingInvoiceID, Status: 'PAID' })
  })

  test('is made and deleted over the API, and refused without a schedule', async () => {
    const made = await bed.create('RepeatingInvoices', await template())
    const address = `/RepeatingInvoices/${String(made.RepeatingInvoiceID)}`
    expect((await bed.api(address, { body: { Status: 'DELETED' } })).status).toBe(200)
    const none = await bed.put('/RepeatingInvoices', {
      RepeatingInvoices: [await template({ Schedule: {} })],
    })
    expect(sentencesOf(none)).toContain('Schedule Period must be specified')
    const odd = await bed.put('/RepeatingInvoices', {
      RepeatingInvoices: [await template({ Schedule: { Unit: 'DAILY' } })],
    })
    expect([odd.status, odd.json.ErrorNumber]).toEqual([400, 14])
  })
})

describe('attachments go online', () => {
  test('with a sales invoice, never with a bill', async () => {
    const sale = await bill({ Type: 'ACCREC', LineItems: [line({ AccountCode: '200' })] })
    const bought = await bill()
    const put = async (id: unknown) => {
      const path = `/Invoices/${String(id)}/Attachments/slip.txt`
      await bed.api(`${path}?IncludeOnline=true`, {
        ...{ method: 'PUT', text: 'slip', headers: { 'content-type': 'text/plain' } },
      })
      return listOf((await read(id)).Attachments).map(({ IncludeOnline }) => IncludeOnline)
    }
    expect(await put(sale.InvoiceID)).toEqual([true])
    expect(await put(bought.InvoiceID)).toEqual([false])
  })
})
