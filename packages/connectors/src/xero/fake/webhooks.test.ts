import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject, type JsonObject, listOf } from '../../fake-service/json.ts'
import { type Message, openReceiver, signatureOf } from '../../fake-service/webhook-receiver.ts'
import { accountLine, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

const secret = 'webhook-key'
const isSigned = ({ headers, text }: Message) => headers['x-xero-signature'] === signatureOf(text, secret)
const subscribe = (url: string, more: JsonObject = {}) => bed.control('/webhooks', { url, secret, ...more })
const contact = async (Name: string) => String((await bed.create('Contacts', { Name })).ContactID)

describe('intent to receive', () => {
  test('is shown by 200 to what is rightly signed and 401 to everything else', async () => {
    const receiver = await openReceiver((message) => (isSigned(message) ? 200 : 401))
    const { json } = await subscribe(receiver.url)
    expect(json).toMatchObject({ target: { url: receiver.url }, intentToReceive: { status: 'OK' } })
    expect(receiver.messages.map(isSigned)).toEqual([false, true, false, true])
    expect(JSON.parse(receiver.messages[0]?.text ?? '')).toMatchObject({
      events: [],
      firstEventSequence: 0,
      lastEventSequence: 0,
    })
    receiver.close()
  })

  test('is missing where everything is believed; then nothing is told', async () => {
    const receiver = await openReceiver(() => 200)
    const { json } = await subscribe(receiver.url)
    expect(json.target).toBeNull()
    expect(isObject(json.intentToReceive) && json.intentToReceive.status).toBe('failed')
    await contact('Unheard Ltd')
    expect((await bed.control('/webhooks', {}, 'GET')).json).toEqual({ target: null, deliveries: [] })
    receiver.close()
  })
})

describe('a change is told', () => {
  test('of contacts and invoices, numbered, and of nothing else', async () => {
    const receiver = await openReceiver((message) => (isSigned(message) ? 200 : 401))
    await subscribe(receiver.url)
    const ContactID = await contact('Told Ltd')
    await bed.create('PurchaseOrders', await bed.purchaseOrder())
    const bill = await bed.create('Invoices', {
      ...{ Type: 'ACCPAY', Contact: { ContactID }, DueDate: '2026-12-01' },
      ...{ LineItems: [accountLine()], Status: 'AUTHORISED' },
    })
    await bed.control(`/realms/${bed.realm}/Invoices/${String(bill.InvoiceID)}/payments`)
    const messages = (await receiver.heard(7)).slice(4)
    expect(messages.every(isSigned)).toBe(true)
    const told = messages.map(({ text }): JsonObject => JSON.parse(text))
    expect(told.flatMap(({ events }) => listOf(events))).toMatchObject([
      {
        resourceUrl: `https://api.xero.com/api.xro/2.0/Contacts/${ContactID}`,
        resourceId: ContactID,
        tenantId: bed.realm,
        tenantType: 'ORGANISATION',
        eventCategory: 'CONTACT',
        eventType: 'CREATE',
        eventDateUtc: expect.stringMatching(/T[\d:.]+$/),
      },
      { eventCategory: 'INVOICE', eventType: 'CREATE', resourceId: bill.InvoiceID },
      { eventCategory: 'INVOICE', eventType: 'UPDATE', resourceId: bill.InvoiceID },
    ])
    const numbers = told.map(({ firstEventSequence, lastEventSequence }) => [
      firstEventSequence,
      lastEventSequence,
    ])
    const first = Number(numbers[0]?.[0])
    expect(numbers).toEqual([0, 1, 2].map((n) => [first + n, first + n]))
    receiver.close()
  })
})
