import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject, type JsonObject, listOf } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let now = Date.parse('2026-11-23T10:00:00Z')

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

describe('who may enter', () => {
  test.each([
    ['no token', {}, 'Missing bearer token'],
    ['a short token', { authorization: 'Bearer abc' }, 'Malformed bearer token: too short or too long'],
    ['an unknown token', { authorization: `Bearer ${'x'.repeat(40)}` }, 'Token expired'],
  ])('%s gets the lower-case envelope of a 401', async (_title, headers, detail) => {
    const answer = await bed.call(`/v3/company/${bed.realm}/companyinfo/1`, { headers })
    expect(answer.status).toBe(401)
    expect(errorOf(answer)).toEqual({
      code: '3200',
      message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401',
      detail,
      element: null,
      type: 'AUTHENTICATION',
    })
    expect(Object.keys(answer.json)).toContain('cdcresponse')
    expect(answer.headers.get('intuit_tid')).toBeTruthy()
  })

  test('another company is closed with 403', async () => {
    const [other] = (await bed.control('/realms', {}, 'GET')).text.match(/\d{16}/) ?? []
    const answer = await bed.call(`/v3/company/${other}/companyinfo/1`, {
      headers: { authorization: `Bearer ${bed.access}` },
    })
    expect(answer.status).toBe(403)
    expect(errorOf(answer)).toMatchObject({ code: '3100', type: 'SERVICE' })
  })

  test('over the limit a company hears 429 with code 3001', async () => {
    await bed.control('/limits', { enabled: true })
    const answers = await Promise.all(Array.from({ length: 11 }, () => bed.api('/companyinfo/1')))
    const refused = answers.filter((answer) => answer.status === 429)
    expect(refused).toHaveLength(1)
    expect(refused.map(errorOf)).toMatchObject([
      {
        code: '3001',
        type: 'SERVICE',
        message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
        detail: 'The request limit was reached.  Try again later',
      },
    ])
    now += 1000
    expect((await bed.api('/companyinfo/1')).status).toBe(200)
    await bed.control('/limits', { enabled: false })
  })

  test('more than ten unanswered calls at a time are refused too', async () => {
    await bed.control('/limits', { enabled: true, perSecond: 1000 })
    await bed.control('/faults', { scope: 'all', slowMs: 300, rates: { slow: 1 } })
    const answers = await Promise.all(Array.from({ length: 14 }, () => bed.api('/companyinfo/1')))
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(4)
    await bed.control('/faults', {}, 'DELETE')
    await bed.control('/limits', { enabled: false, perSecond: 10 })
  })

  test('an ended subscription takes no writes', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { subscriptionEnded: true })
    expect(errorOf(await bed.api('/vendor', { body: { DisplayName: 'Too late' } })).code).toBe('6190')
    await bed.control(`/realms/${bed.realm}/settings`, { subscriptionEnded: false })
  })
})

describe('how it answers', () => {
  test('without Accept: application/json the answer is XML', async () => {
    const answer = await bed.api('/companyinfo/1', { headers: { accept: '*/*' } })
    expect(answer.headers.get('content-type')).toContain('application/xml')
    expect(answer.text).toContain('<IntuitResponse xmlns="http://schema.intuit.com/finance/v3"')
    expect(answer.text).toContain('<CompanyName>Harbour Test</CompanyName>')
  })

  test('a fault in XML carries its type and code as attributes', async () => {
    const answer = await bed.api('/vendor/404', { headers: { accept: 'application/xml' } })
    expect(answer.text).toContain(
      '<Fault type="ValidationFault"><Error code="610" element=""><Message>Object Not Found</Message>',
    )
  })

  test('references are read with the names of today', async () => {
    const vendor = await bed.create('vendor', { DisplayName: 'Before & Co' })
    const order = await bed.create(
      'purchaseorder',
      await bed.purchaseOrder({ VendorRef: { value: vendor.Id } }),
    )
    await bed.create('vendor', { Id: vendor.Id, SyncToken: '0', sparse: true, DisplayName: 'After & Co' })
    const read = await bed.api(`/purchaseorder/${order.Id}`)
    expect(read.json.PurchaseOrder).toMatchObject({ VendorRef: { value: vendor.Id, name: 'After & Co' } })
    const found = await bed.query(`select * from PurchaseOrder where Id = '${order.Id}'`)
    expect(listOf(found.PurchaseOrder)).toMatchObject([{ VendorRef: { name: 'After & Co' } }])
  })

  test('company and preferences are read', async () => {
    expect((await bed.api(`/companyinfo/${bed.realm}`)).json.CompanyInfo).toMatchObject({
      CompanyName: 'Harbour Test',
      Country: 'US',
    })
    expect((await bed.api('/preferences')).json.Preferences).toMatchObject({
      TaxPrefs: { UsingSalesTax: false },
      CurrencyPrefs: { MultiCurrencyEnabled: false },
    })
  })

  test.each([
    ['broken JSON', '{"DisplayName":', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a form', 'DisplayName=x', 'application/x-www-form-urlencoded'],
    ['__proto__', '{"__proto__":{"DisplayName":"x"}}', 'application/json'],
  ])('%s is refused with 2010', async (_title, text, type) => {
    const answer = await bed.api('/vendor', { text, headers: { 'content-type': type } })
    expect([answer.status, errorOf(answer).code]).toEqual([400, '2010'])
  })

  test('void of a purchase order is an unsupported operation', async () => {
    const answer = await bed.api('/purchaseorder?operation=void', { body: await bed.purchaseOrder() })
    expect(errorOf(answer)).toMatchObject({ code: '500', message: 'Unsupported Operation' })
  })
})

describe('request ids', () => {
  test('a repeat gets the stored answer and changes nothing, even with another body', async () => {
    const body = await bed.purchaseOrder({ DocNumber: 'REPLAY-1' })
    const first = await bed.api('/purchaseorder?requestid=r-1', { body })
    now += 5000
    const again = await bed.api('/purchaseorder?requestid=r-1', { body: { ...body, DocNumber: 'REPLAY-2' } })
    expect(again.text).toBe(first.text)
    expect(await createsWith('REPLAY-1')).toHaveLength(1)
    expect(await createsWith('REPLAY-2')).toHaveLength(0)
  })

  test('the stored answer is the first one, though the document changed since', async () => {
    const first = await bed.api('/vendor?requestid=r-2', { body: { DisplayName: 'Replayed Vendor' } })
    const made = isObject(first.json.Vendor) ? first.json.Vendor : {}
    await bed.create('vendor', { Id: made.Id ?? '', SyncToken: '0', sparse: true, CompanyName: 'Changed' })
    const again = await bed.api('/vendor?requestid=r-2', { body: { DisplayName: 'Replayed Vendor' } })
    expect(again.json).toEqual(first.json)
  })

  test('a refused request is not remembered', async () => {
    const refused = await bed.api('/vendor?requestid=r-3', { body: {} })
    expect(refused.status).toBe(400)
    expect((await bed.api('/vendor?requestid=r-3', { body: { DisplayName: 'Second try' } })).status).toBe(200)
  })

  test('another company does not share the ids, and 51 characters are too many', async () => {
    const own = bed.realm
    const other = await bed.control('/realms', { name: 'Elsewhere' })
    await bed.connect(String(other.json.id))
    expect(
      (await bed.api('/vendor?requestid=r-2', { body: { DisplayName: 'Own answer' } })).json.Vendor,
    ).toMatchObject({ DisplayName: 'Own answer' })
    await bed.connect(own)
    const long = await bed.api(`/vendor?requestid=${'x'.repeat(51)}`, { body: { DisplayName: 'Long' } })
    expect(errorOf(long)).toMatchObject({ code: '2050', element: 'requestid' })
  })

  test('after the retention window a repeat is executed', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { replaySeconds: 60 })
    const body = await bed.purchaseOrder()
    await bed.api('/purchaseorder?requestid=r-5', { body })
    now += 61_000
    const again = await bed.api('/purchaseorder?requestid=r-5', { body })
    expect(again.status).toBe(200)
    const { creates } = await bed.books()
    expect(listOf(creates).filter((create) => create.requestId === 'r-5')).toHaveLength(2)
    await bed.control(`/realms/${bed.realm}/settings`, { replaySeconds: null })
  })

  async function createsWith(docNumber: string): Promise<JsonObject[]> {
    return listOf((await bed.books()).creates).filter((create) => create.docNumber === docNumber)
  }
})

describe('batch', () => {
  test('is 200 with one answer per item, fault by fault', async () => {
    const answer = await bed.api('/batch', {
      body: {
        BatchItemRequest: [
          { bId: '1', operation: 'create', Vendor: { DisplayName: 'Batch Vendor' } },
          { bId: '2', operation: 'create', Vendor: { DisplayName: 'Batch Vendor' } },
          { bId: '3', Query: "select * from Vendor where DisplayName = 'Batch Vendor'" },
        ],
      },
    })
    expect(answer.status).toBe(200)
    expect(answer.json.BatchItemResponse).toMatchObject([
      { bId: '1', Vendor: { DisplayName: 'Batch Vendor' } },
      { bId: '2', Fault: { Error: [{ code: '6240' }], type: 'ValidationFault' } },
      { bId: '3', QueryResponse: { maxResults: 1 } },
    ])
  })

  test('takes 30 items and not 31', async () => {
    const items = (count: number) => ({
      BatchItemRequest: Array.from({ length: count }, (_, index) => ({
        bId: String(index),
        Query: 'select * from Term',
      })),
    })
    expect((await bed.api('/batch', { body: items(30) })).status).toBe(200)
    expect((await bed.api('/batch', { body: items(31) })).status).toBe(400)
  })

  test('a repeated request id executes no item twice', async () => {
    const body = {
      BatchItemRequest: [{ bId: 'a', operation: 'create', Vendor: { DisplayName: 'Batch Once' } }],
    }
    const first = await bed.api('/batch?requestid=b-1', { body })
    const again = await bed.api('/batch?requestid=b-1', { body })
    expect(again.json.BatchItemResponse).toEqual(first.json.BatchItemResponse)
    expect(errorOf(await bed.api(`/batch?requestid=${'x'.repeat(37)}`, { body })).code).toBe('2050')
  })
})

describe('change data capture', () => {
  test('tells changed and deleted rows since an instant', async () => {
    now += 60_000
    const since = new Date(now).toISOString()
    const order = await bed.create('purchaseorder', await bed.purchaseOrder())
    const vendor = await bed.create('vendor', { DisplayName: 'Changed Lately' })
    await bed.api('/purchaseorder?operation=delete', { body: { Id: order.Id, SyncToken: '0' } })
    const answer = await bed.api(`/cdc?entities=Vendor,PurchaseOrder&changedSince=${since}`)
    expect(answer.json.CDCResponse).toMatchObject([
      {
        QueryResponse: [
          { Vendor: [{ Id: vendor.Id }], startPosition: 1, maxResults: 1 },
          { PurchaseOrder: [{ Id: order.Id, status: 'Deleted', domain: 'QBO' }] },
        ],
      },
    ])
  })

  test('looks back 30 days and no further', async () => {
    const since = new Date(now - 31 * 86_400_000).toISOString()
    expect((await bed.api(`/cdc?entities=Vendor&changedSince=${since}`)).status).toBe(400)
  })
})
