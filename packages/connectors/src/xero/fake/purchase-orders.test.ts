import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { accountLine, itemLine, openPracticeBed, sentencesOf } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
  await bed.create('PurchaseOrders', await bed.purchaseOrder({ PurchaseOrderNumber: 'TAKEN' }))
})
afterAll(() => bed.close())

const archived =
  'The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.'

describe('purchase orders', () => {
  test('a new order gets ids, lines with their item and account, totals, dates in two forms and a status', async () => {
    const order = await bed.create(
      'PurchaseOrders',
      await bed.purchaseOrder({
        PurchaseOrderNumber: 'PO-77',
        Date: '2026-11-02',
        DeliveryDate: '2026-12-24',
      }),
    )
    expect(order).toMatchObject({
      Type: 'PURCHASEORDER',
      Status: 'DRAFT',
      PurchaseOrderNumber: 'PO-77',
      Date: '/Date(1793577600000+0000)/',
      DateString: '2026-11-02T00:00:00',
      DeliveryDateString: '2026-12-24T00:00:00',
      Contact: { Name: 'Cascade Lumber Supply' },
      CurrencyCode: 'USD',
      SubTotal: 140,
      TotalTax: 6.6,
      Total: 146.6,
      HasErrors: false,
    })
    const [item, account] = listOf(order.LineItems)
    expect(item).toMatchObject({
      ItemCode: 'LUM-2048',
      Item: { Code: 'LUM-2048', Name: '2x4x8 Stud' },
      AccountCode: '400',
      TaxType: 'INPUT',
      TaxAmount: 6.6,
      LineAmount: 80,
    })
    expect(account).toMatchObject({ AccountCode: '400', TaxType: 'NONE', LineAmount: 60 })
    expect(item?.LineItemID).toMatch(/^[0-9a-f-]{36}$/)
    expect(order.UpdatedDateUTC).toMatch(/^\/Date\(\d+\+0000\)\/$/)
    const byNumber = await bed.api('/PurchaseOrders/PO-77')
    expect(listOf(byNumber.json.PurchaseOrders)).toMatchObject([{ PurchaseOrderID: order.PurchaseOrderID }])
  })

  test('a date may come as the service itself writes it', async () => {
    const order = await bed.create(
      'PurchaseOrders',
      await bed.purchaseOrder({ Date: '/Date(1793577600000+0000)/' }),
    )
    expect(order.DateString).toBe('2026-11-02T00:00:00')
  })

  test('an order without a number gets the next one', async () => {
    const first = await bed.create('PurchaseOrders', await bed.purchaseOrder())
    const second = await bed.create('PurchaseOrders', await bed.purchaseOrder())
    const [a = 0, b = 0] = [first, second].map((order) => Number(String(order.PurchaseOrderNumber).slice(3)))
    expect(b).toBe(a + 1)
  })

  test.each([
    ['', { Quantity: 3, UnitAmount: 1.2345 }, { UnitAmount: 1.23, LineAmount: 3.69 }],
    ['?unitdp=4', { Quantity: 3, UnitAmount: 1.2345 }, { UnitAmount: 1.2345, LineAmount: 3.7 }],
    ['?unitdp=4', { Quantity: 1, UnitAmount: 1.005 }, { UnitAmount: 1.005, LineAmount: 1.01 }],
    ['', { Quantity: 4, LineAmount: 10 }, { UnitAmount: 2.5, LineAmount: 10 }],
    ['', { Quantity: undefined, UnitAmount: 5 }, { Quantity: 1, LineAmount: 5 }],
  ])('amounts with %s: %j', async (query, amounts, expected) => {
    const { UnitAmount: _unit, ...line } = accountLine()
    const sent = JSON.parse(JSON.stringify({ ...line, ...amounts })) as JsonObject
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder({ LineItems: [sent] }), query)
    expect(listOf(order.LineItems)).toMatchObject([expected])
  })

  test.each([
    ['Exclusive', { SubTotal: 100, TotalTax: 8.25, Total: 108.25 }],
    ['Inclusive', { SubTotal: 92.38, TotalTax: 7.62, Total: 100 }],
    ['NoTax', { SubTotal: 100, TotalTax: 0, Total: 100 }],
  ])('lines that are %s of tax', async (LineAmountTypes, totals) => {
    const LineItems = [accountLine({ UnitAmount: 100, TaxType: 'INPUT' })]
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder({ LineAmountTypes, LineItems }))
    expect(order).toMatchObject(totals)
  })

  test.each<[title: string, changes: () => JsonObject, sentence: string]>([
    [
      'no contact',
      () => ({ Contact: {} }),
      'The Contact must contain at least 1 of the following elements to identify the contact: Name, ContactID, ContactNumber',
    ],
    ['an unknown contact', () => ({ Contact: { Name: 'Nobody' } }), 'The contact could not be found.'],
    ['an archived contact', () => ({ Contact: { Name: 'Old Town Hardware' } }), archived],
    ['a number in use', () => ({ PurchaseOrderNumber: 'taken' }), 'Order number must be unique'],
    [
      'an unknown item',
      () => ({ LineItems: [itemLine({ ItemCode: 'X-1' })] }),
      "Item code 'X-1' is not valid",
    ],
    [
      'an unknown account on a posted order',
      () => ({ Status: 'AUTHORISED', LineItems: [accountLine({ AccountCode: '476' })] }),
      'Account must be valid',
    ],
    [
      'an archived account',
      () => ({ LineItems: [accountLine({ AccountCode: '499' })] }),
      "Account code '499' is not a valid code for this document.",
    ],
    [
      'a line total that does not add up',
      () => ({ LineItems: [accountLine({ LineAmount: 61 })] }),
      'The line total 61.00 does not match the expected line total 60.00',
    ],
    [
      'an unknown tax type',
      () => ({ LineItems: [accountLine({ TaxType: 'MOON' })] }),
      'The TaxType code MOON does not exist or cannot be used for this type of transaction.',
    ],
    [
      'a tax type that is for sales only',
      () => ({ LineItems: [accountLine({ TaxType: 'OUTPUT' })] }),
      "The TaxType code 'OUTPUT' cannot be used with account code '400'.",
    ],
    [
      'a currency that is not subscribed',
      () => ({ CurrencyCode: 'EUR' }),
      'Organisation is not subscribed to currency EUR',
    ],
    [
      'no lines on a posted order',
      () => ({ Status: 'AUTHORISED', LineItems: [] }),
      'One or more line items must be specified',
    ],
    [
      'a line without description',
      () => ({ Status: 'AUTHORISED', LineItems: [{ AccountCode: '400', UnitAmount: 1 }] }),
      'Description must be provided',
    ],
    [
      'sent to the contact while a draft',
      () => ({ SentToContact: true }),
      'Only AUTHORISED and BILLED purchase orders may have SentToContact updated.',
    ],
    [
      'delivery instructions of 501 characters',
      () => ({ DeliveryInstructions: 'x'.repeat(501) }),
      'The field DeliveryInstructions must be a string with a maximum length of 500.',
    ],
    [
      'a description of 4001 characters',
      () => ({ LineItems: [accountLine({ Description: 'x'.repeat(4001) })] }),
      'The field Description must be a string with a maximum length of 4000.',
    ],
    [
      'an unknown tracking option',
      () => ({ LineItems: [accountLine({ Tracking: [{ Name: 'Division', Option: 'Moon' }] })] }),
      "The tracking option 'Moon' does not exist or is not active.",
    ],
    [
      'three tracking categories on a line',
      () => ({
        LineItems: [
          accountLine({
            Tracking: ['Civil', 'Commercial', 'Civil'].map((Option) => ({ Name: 'Division', Option })),
          }),
        ],
      }),
      'A line item can have a maximum of 2 tracking categories',
    ],
    [
      'a total below zero',
      () => ({ LineItems: [accountLine({ UnitAmount: -5 })] }),
      'The document total must be zero or greater',
    ],
    [
      'a new order that is billed',
      () => ({ Status: 'BILLED' }),
      'Purchase Order not of valid status for modification',
    ],
  ])('%s is refused, and the order comes back with why', async (_title, changes, sentence) => {
    const before = (await bed.elements('PurchaseOrders')).length
    const answer = await bed.put('/PurchaseOrders', { PurchaseOrders: [await bed.purchaseOrder(changes())] })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({
      ErrorNumber: 10,
      Type: 'ValidationException',
      Message: 'A validation exception occurred',
      Elements: [{ HasErrors: true }],
    })
    expect(sentencesOf(answer)).toContain(sentence)
    expect(await bed.elements('PurchaseOrders')).toHaveLength(before)
  })

  test('an unknown account of a draft is removed with a warning', async () => {
    const order = await bed.create(
      'PurchaseOrders',
      await bed.purchaseOrder({ LineItems: [accountLine({ AccountCode: '476' })] }),
    )
    expect(order.Warnings).toEqual([
      { Message: "Account code '476' has been removed as it does not match a recognised account." },
    ])
    expect(listOf(order.LineItems)[0]).not.toHaveProperty('AccountCode')
  })

  test.each<[title: string, body: JsonObject, words: string]>([
    [
      'a word where a number belongs',
      { LineItems: [{ Description: 'x', Quantity: 'many' }] },
      'must be number',
    ],
    ['an unknown status', { Status: 'DONE' }, 'DRAFT, SUBMITTED, AUTHORISED, BILLED, DELETED'],
    ['a day that no calendar has', { Date: '2026-02-30' }, "Path 'Date'"],
    ['a date in words', { DeliveryDate: '1.12.2026' }, "Path 'DeliveryDate'"],
  ])('%s is invalid JSON data', async (_title, changes, words) => {
    const answer = await bed.put('/PurchaseOrders', { PurchaseOrders: [await bed.purchaseOrder(changes)] })
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ ErrorNumber: 14, Type: 'PostDataInvalidException' })
    expect(String(answer.json.Message)).toContain(words)
  })
})

describe('changing an order', () => {
  const post = (id: unknown, body: JsonObject) => bed.api(`/PurchaseOrders/${String(id)}`, { body })

  test('a line with its id is changed, one without is new, one that is left out is gone', async () => {
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder())
    const [first] = listOf(order.LineItems)
    const answer = await post(order.PurchaseOrderID, {
      LineItems: [{ LineItemID: first?.LineItemID ?? '', Quantity: 10 }, accountLine({ Description: 'New' })],
    })
    const [changed] = listOf(answer.json.PurchaseOrders)
    expect(listOf(changed?.LineItems)).toMatchObject([
      { LineItemID: first?.LineItemID, Quantity: 10, LineAmount: 100, Description: 'Studs for the garage' },
      { Description: 'New' },
    ])
    const kept = await post(order.PurchaseOrderID, { Reference: 'Job 7' })
    expect(listOf(listOf(kept.json.PurchaseOrders)[0]?.LineItems)).toHaveLength(2)
  })

  test.each([
    ['DRAFT', ['SUBMITTED', 'AUTHORISED', 'BILLED'], 200],
    ['DRAFT', ['DELETED'], 200],
    ['AUTHORISED', ['DELETED'], 200],
    ['AUTHORISED', ['DRAFT'], 400],
    ['DRAFT', ['BILLED'], 400],
    ['AUTHORISED', ['BILLED', 'DELETED'], 400],
    ['DRAFT', ['DELETED', 'DRAFT'], 400],
  ])('from %s over %j the last answer is %i', async (Status, steps, last) => {
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder({ Status }))
    const statuses: number[] = []
    for (const step of steps) statuses.push((await post(order.PurchaseOrderID, { Status: step })).status)
    expect(statuses.at(-1)).toBe(last)
  })

  test('a deleted order can be read, and its number is free again', async () => {
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder({ PurchaseOrderNumber: 'FREE' }))
    await post(order.PurchaseOrderID, { Status: 'DELETED' })
    const read = await bed.api(`/PurchaseOrders/${String(order.PurchaseOrderID)}`)
    expect(listOf(read.json.PurchaseOrders)).toMatchObject([{ Status: 'DELETED' }])
    await bed.create('PurchaseOrders', await bed.purchaseOrder({ PurchaseOrderNumber: 'FREE' }))
  })

  test('an id that nobody has is not found', async () => {
    expect((await post('00000000-0000-4000-8000-000000000000', { Status: 'DELETED' })).status).toBe(404)
    expect((await bed.api('/PurchaseOrders/NOBODY')).status).toBe(404)
  })

  test('PUT makes new orders only', async () => {
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder())
    const answer = await bed.put('/PurchaseOrders', {
      PurchaseOrders: [{ PurchaseOrderID: order.PurchaseOrderID ?? '', Reference: 'again' }],
    })
    expect(answer.status).toBe(400)
  })
})

describe('several orders in one call', () => {
  test('each has its own verdict with summarizeErrors=false, and the good ones are in the books', async () => {
    const PurchaseOrders = [
      await bed.purchaseOrder({ PurchaseOrderNumber: 'EACH-1' }),
      await bed.purchaseOrder({ PurchaseOrderNumber: 'EACH-2', Contact: { Name: 'Nobody' } }),
      await bed.purchaseOrder({
        PurchaseOrderNumber: 'EACH-3',
        LineItems: [accountLine({ AccountCode: '476' })],
      }),
    ]
    const answer = await bed.put('/PurchaseOrders?summarizeErrors=false', { PurchaseOrders })
    expect(answer.status).toBe(200)
    expect(listOf(answer.json.PurchaseOrders)).toMatchObject([
      { StatusAttributeString: 'OK' },
      { StatusAttributeString: 'ERROR', ValidationErrors: [{ Message: 'The contact could not be found.' }] },
      { StatusAttributeString: 'WARNING' },
    ])
    const numbers = (await bed.elements('PurchaseOrders')).map((order) => order.PurchaseOrderNumber)
    expect(numbers).toEqual(expect.arrayContaining(['EACH-1', 'EACH-3']))
    expect(numbers).not.toContain('EACH-2')
  })

  test('two new orders of one call cannot share a number, nor is either kept', async () => {
    const order = await bed.purchaseOrder({ PurchaseOrderNumber: 'TWINS' })
    const answer = await bed.put('/PurchaseOrders', { PurchaseOrders: [order, order] })
    expect(sentencesOf(answer)).toEqual(['Order number must be unique'])
    expect((await bed.api('/PurchaseOrders/TWINS')).status).toBe(404)
    const numberless = await bed.purchaseOrder()
    const made = await bed.put('/PurchaseOrders', { PurchaseOrders: [numberless, numberless] })
    const numbers = listOf(made.json.PurchaseOrders).map((each) => each.PurchaseOrderNumber)
    expect(new Set(numbers).size).toBe(2)
  })

  test('without it one bad order refuses all, and only it is told', async () => {
    const PurchaseOrders = [
      await bed.purchaseOrder({ PurchaseOrderNumber: 'ALL-1' }),
      await bed.purchaseOrder({ PurchaseOrderNumber: 'ALL-2', Contact: {} }),
    ]
    const answer = await bed.put('/PurchaseOrders', { PurchaseOrders })
    expect(listOf(answer.json.Elements)).toMatchObject([{ PurchaseOrderNumber: 'ALL-2' }])
    const numbers = (await bed.elements('PurchaseOrders')).map((order) => order.PurchaseOrderNumber)
    expect(numbers).not.toContain('ALL-1')
  })
})
