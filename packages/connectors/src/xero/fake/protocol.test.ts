import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listOf } from '../../fake-service/json.ts'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let now = Date.parse('2026-11-23T10:00:00Z')

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

const minutes = (count: number) => {
  now += count * 60_000
}

describe('who may enter', () => {
  test('no token, or one that is unknown, is a 401', async () => {
    for (const authorization of ['', 'Bearer nonsense']) {
      const answer = await bed.api('/Organisation', { headers: { authorization } })
      expect(answer.status).toBe(401)
      expect(answer.json).toMatchObject({
        Title: 'Unauthorized',
        Status: 401,
        Detail: 'AuthenticationUnsuccessful',
      })
    }
  })

  test('after 30 minutes the token is expired, and the answer says since when', async () => {
    const past = bed.access
    minutes(30)
    const answer = await bed.api('/Organisation', { headers: { authorization: `Bearer ${past}` } })
    expect(answer.status).toBe(401)
    expect(answer.json.Detail).toBe('TokenExpired: token expired at 23/11/2026 10:30:00')
    await bed.connect(bed.realm)
  })

  test.each([
    ['another organisation', () => '00000000-0000-4000-8000-000000000000'],
    ['no organisation', () => ''],
  ])('%s is closed with 403', async (_title, tenant) => {
    const answer = await bed.api('/Organisation', { headers: { 'xero-tenant-id': tenant() } })
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject({ Title: 'Forbidden', Detail: 'AuthenticationUnsuccessful' })
  })

  test('a scope that was not given closes what it would open', async () => {
    await bed.connect(bed.realm, 'accounting.invoices.read accounting.contacts')
    expect((await bed.api('/PurchaseOrders')).status).toBe(200)
    expect((await bed.put('/Contacts', { Name: 'Scoped' })).status).toBe(200)
    const refused = [await bed.put('/PurchaseOrders', { PurchaseOrders: [{}] }), await bed.api('/Items')]
    for (const answer of refused)
      expect([answer.status, answer.json.Detail]).toEqual([401, 'AuthorizationUnsuccessful'])
    await bed.connect(bed.realm)
  })

  test('without Accept: application/json the answer is XML', async () => {
    const answer = await bed.api('/Organisation', { headers: { accept: '*/*' } })
    expect(answer.headers.get('content-type')).toContain('text/xml')
    expect(answer.text).toContain('<Organisations><Organisation>')
  })
})

describe('limits', () => {
  test.each([
    ['minute', { perMinute: 2 }, '60'],
    ['day', { perDay: 2 }, '86400'],
    ['appminute', { appPerMinute: 2 }, '60'],
  ])('over the limit of the %s a call is told so, and how long to wait', async (problem, limits, wait) => {
    minutes(60 * 24 + 1)
    await bed.connect(bed.realm)
    await bed.control('/limits', { enabled: true, ...limits })
    const first = await bed.api('/Organisation')
    expect(first.status).toBe(200)
    expect(first.headers.get('x-minlimit-remaining')).toBe(problem === 'minute' ? '1' : '59')
    expect(first.headers.get('x-daylimit-remaining')).toBe(problem === 'day' ? '1' : '4999')
    await bed.api('/Organisation')
    const refused = await bed.api('/Organisation')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('x-rate-limit-problem')).toBe(problem)
    expect(refused.headers.get('retry-after')).toBe(wait)
    await bed.control('/limits', { enabled: false, perMinute: 60, perDay: 5000, appPerMinute: 10_000 })
  })

  test('five unanswered calls at a time, and no more', async () => {
    await bed.control('/limits', { enabled: true, perMinute: 1000 })
    await bed.control('/faults', { scope: 'all', slowMs: 300, rates: { slow: 1 } })
    const answers = await Promise.all(Array.from({ length: 7 }, () => bed.api('/Organisation')))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.map(({ headers }) => headers.get('x-rate-limit-problem'))).toEqual([
      'concurrent',
      'concurrent',
    ])
    await bed.control('/faults', {}, 'DELETE')
    await bed.control('/limits', { enabled: false, perMinute: 60 })
  })
})

describe('idempotency keys', () => {
  const keyed = (key: string, name: string) =>
    bed.put('/Contacts', { Name: name }, { 'idempotency-key': key })
  const count = async (name: string) =>
    (await bed.elements('Contacts')).filter((contact) => contact.Name === name).length

  test('within six minutes a repeat gets the same answer and makes nothing', async () => {
    const first = await keyed('k-1', 'Once Ltd')
    minutes(5)
    expect((await keyed('k-1', 'Once Ltd')).text).toBe(first.text)
    expect(await count('Once Ltd')).toBe(1)
  })

  test('the same key with another request is refused', async () => {
    await keyed('k-2', 'Two Ltd')
    const answer = await keyed('k-2', 'Other Ltd')
    expect(answer.status).toBe(400)
    expect(answer.json.Detail).toBe('Idempotency Key k-2 is used with a different request')
    expect(await count('Other Ltd')).toBe(0)
  })

  test('errors are remembered too', async () => {
    const refused = await keyed('k-3', 'Puget Ready Mix')
    expect(refused.status).toBe(400)
    expect((await keyed('k-3', 'Puget Ready Mix')).text).toBe(refused.text)
  })

  test('after six minutes the request is executed again', async () => {
    await bed.put('/Items', { Items: [{ Code: 'K-4' }] }, { 'idempotency-key': 'k-4' })
    minutes(7)
    const again = await bed.put('/Items', { Items: [{ Code: 'K-4' }] }, { 'idempotency-key': 'k-4' })
    expect(again.status).toBe(400)
  })

  test('a key of 129 characters is refused', async () => {
    expect((await keyed('x'.repeat(129), 'Long Ltd')).status).toBe(400)
  })
})

describe('faults', () => {
  beforeEach(() => bed.control('/faults', {}, 'DELETE'))

  test('a reset after the commit leaves the order in the books; the same key finds it', async () => {
    const body = { PurchaseOrders: [await bed.purchaseOrder({ PurchaseOrderNumber: 'LOST' })] }
    await bed.control('/faults', { realm: bed.realm, next: ['reset-after'] })
    await expect(bed.put('/PurchaseOrders', body, { 'idempotency-key': 'lost' })).rejects.toThrow()
    const again = await bed.put('/PurchaseOrders', body, { 'idempotency-key': 'lost' })
    expect(again.status).toBe(200)
    const creates = listOf((await bed.books()).creates).filter(({ number }) => number === 'LOST')
    expect(creates).toMatchObject([{ requestKey: 'lost', kind: 'PurchaseOrder' }])
  })

  test.each([
    ['500', 500],
    ['503', 503],
    ['429', 429],
  ])('%s answers without a commit', async (fault, status) => {
    await bed.control('/faults', { next: [fault], retryAfterSeconds: 7 })
    expect((await bed.put('/Contacts', { Name: `Fault ${fault}` })).status).toBe(status)
    expect((await bed.elements('Contacts')).some(({ Name }) => Name === `Fault ${fault}`)).toBe(false)
  })
})
