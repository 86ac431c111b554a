import { get } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
})
beforeEach(() => bed.control('/faults', {}, 'DELETE'))
afterAll(() => bed.close())

async function creates(docNumber: string): Promise<JsonObject[]> {
  return listOf((await bed.books()).creates).filter((create) => create.docNumber === docNumber)
}

async function send(docNumber: string, requestId = `r-${docNumber}`) {
  return bed.api(`/purchaseorder?requestid=${requestId}`, {
    body: await bed.purchaseOrder({ DocNumber: docNumber }),
  })
}

describe('the fault layer', () => {
  test('500 and 429 answer without a commit', async () => {
    await bed.control('/faults', { next: ['500', '429'], retryAfterSeconds: 7 })
    const broken = await send('F-1')
    expect([broken.status, errorOf(broken).type]).toEqual([500, 'SystemFault'])
    const throttled = await send('F-1')
    expect([throttled.status, throttled.headers.get('retry-after'), errorOf(throttled).code]).toEqual([
      429,
      '7',
      '3001',
    ])
    expect(await creates('F-1')).toHaveLength(0)
  })

  test('reset-before hangs up and commits nothing', async () => {
    await bed.control('/faults', { next: ['reset-before'] })
    await expect(send('F-2')).rejects.toThrow()
    expect(await creates('F-2')).toHaveLength(0)
  })

  test('reset-after hangs up but the document is in the books; the same request id finds it, a fresh one makes a second', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { warnDuplicatePurchaseOrderNumber: false })
    await bed.control('/faults', { next: ['reset-after'] })
    await expect(send('F-3')).rejects.toThrow()
    expect(await creates('F-3')).toMatchObject([{ requestId: 'r-F-3' }])
    expect((await send('F-3')).status).toBe(200)
    expect(await creates('F-3')).toHaveLength(1)
    await send('F-3', 'fresh')
    expect(await creates('F-3')).toHaveLength(2)
    await bed.control(`/realms/${bed.realm}/settings`, { warnDuplicatePurchaseOrderNumber: true })
  })

  test('late hangs up at once and commits afterwards', async () => {
    await bed.control('/faults', { next: ['late'], lateMs: 150 })
    await expect(send('F-4')).rejects.toThrow()
    expect(await creates('F-4')).toHaveLength(0)
    await expect.poll(() => creates('F-4'), { timeout: 3000 }).toHaveLength(1)
  })

  test('slow commits first and answers afterwards', async () => {
    await bed.control('/faults', { next: ['slow'], slowMs: 200 })
    const answer = send('F-5')
    await expect.poll(() => creates('F-5'), { timeout: 3000, interval: 10 }).toHaveLength(1)
    expect((await answer).status).toBe(200)
  })

  test('truncated commits and sends half of the answer', async () => {
    await bed.control('/faults', { next: ['truncated'] })
    const answer = await send('F-6')
    expect(() => JSON.parse(answer.text)).toThrow(SyntaxError)
    expect(await creates('F-6')).toHaveLength(1)
  })

  test('writes are hit and reads are not, unless the scope is all', async () => {
    await bed.control('/faults', { rates: { '500': 1 } })
    expect((await bed.api('/companyinfo/1')).status).toBe(200)
    expect(
      (
        await bed.api('/query', {
          text: 'select * from Term',
          headers: { 'content-type': 'application/text' },
        })
      ).status,
    ).toBe(200)
    expect((await send('F-7')).status).toBe(500)
    await bed.control('/faults', { scope: 'all', rates: { '500': 1 } })
    expect((await bed.api('/companyinfo/1')).status).toBe(500)
  })

  test('the token endpoint has a scope of its own', async () => {
    await bed.control('/faults', { scope: 'tokens', next: ['reset-after'] })
    await expect(bed.token({ grant_type: 'refresh_token', refresh_token: bed.refresh })).rejects.toThrow()
    expect((await bed.token({ grant_type: 'refresh_token', refresh_token: bed.refresh })).json.error).toBe(
      'invalid_grant',
    )
    await bed.connect(bed.realm)
  })

  test('the same seed hits the same calls, about as often as its rate says', async () => {
    const run = async () => {
      await bed.control('/faults', { realm: bed.realm, seed: 42, rates: { '500': 0.2, '429': 0.2 } })
      const statuses: number[] = []
      for (let call = 0; call < 60; call += 1) statuses.push((await bed.api('/vendor', { body: {} })).status)
      return statuses
    }
    const first = await run()
    expect(await run()).toEqual(first)
    const hit = first.filter((status) => status !== 400).length
    expect(hit).toBeGreaterThan(12)
    expect(hit).toBeLessThan(36)
    const report = (await bed.control('/faults', {}, 'GET')).json[bed.realm]
    expect(report).toMatchObject({
      seen: 60,
      injected: { '500': first.filter((status) => status === 500).length },
    })
  })

  test.each([
    ['rates above 1', { rates: { '500': 0.7, '429': 0.7 } }],
    ['an unknown fault', { rates: { earthquake: 1 } }],
    ['an unknown scope', { scope: 'moon' }],
  ])('%s are refused', async (_title, body) => {
    expect((await bed.control('/faults', body)).status).toBe(400)
  })
})

describe('control requests', () => {
  test('rename, make inactive, close and delete by hand, under the rules of the ledger', async () => {
    const vendor = await bed.create('vendor', { DisplayName: 'Hand Made' })
    const path = `/realms/${bed.realm}/vendor/${vendor.Id}`
    expect((await bed.control(path, { DisplayName: 'Hand Renamed' })).json).toMatchObject({
      DisplayName: 'Hand Renamed',
      SyncToken: '1',
    })
    expect((await bed.control(path, { Active: false })).json).toMatchObject({ Active: false })
    expect((await bed.control(path, { DisplayName: 'Puget Ready Mix' })).status).toBe(400)
    const order = await bed.create('purchaseorder', await bed.purchaseOrder())
    const orderPath = `/realms/${bed.realm}/purchaseorder/${order.Id}`
    expect((await bed.control(orderPath, { POStatus: 'Closed' })).json).toMatchObject({ POStatus: 'Closed' })
    expect((await bed.control(orderPath, {}, 'DELETE')).status).toBe(200)
    expect((await bed.api(`/purchaseorder/${order.Id}`)).status).toBe(400)
  })

  test('a foreign host name, or a body that is not JSON, is kept out', async () => {
    const text = { text: '{}', headers: { 'content-type': 'text/plain' } }
    expect((await bed.call('/_control/limits', text)).status).toBe(403)
    const status = await new Promise((resolve) => {
      get(`${bed.url}/_control/limits`, { headers: { host: 'rebound.example' } }, (answer) =>
        resolve(answer.statusCode),
      )
    })
    expect(status).toBe(403)
  })

  test('without the switch there are no control requests', async () => {
    const plain = await openPracticeBed({ control: false })
    expect((await plain.control('/limits', {}, 'GET')).status).toBe(404)
    await plain.close()
  })
})
