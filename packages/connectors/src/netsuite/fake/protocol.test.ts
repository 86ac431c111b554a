import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

const fault = (next: string[], scope = 'writes') =>
  bed.control('/faults', { realm: bed.realm, scope, next, lateMs: 1, slowMs: 1 })
const orders = async () => (await bed.records('purchaseOrder')).length
const post = async () => bed.record('/purchaseOrder', { body: await bed.purchaseOrder() })

describe('who may call', () => {
  const refused = {
    status: 401,
    code: 'INVALID_LOGIN',
    detail: expect.stringContaining('Invalid login attempt.'),
  }

  test.each([
    ['without a token', ''],
    ['with an unknown token', 'Bearer nonsense'],
  ])('%s nothing is answered', async (_title, authorization) => {
    expect(errorOf(await bed.record('/vendor', { headers: { authorization } }))).toEqual(refused)
  })

  test('a token of one company is not let in at the host of another', async () => {
    const other = await bed.control('/realms', { name: 'Another' })
    const answer = await bed.call(`/${String(other.json.id)}/services/rest/record/v1/vendor`, {
      headers: { authorization: `Bearer ${bed.access}` },
    })
    expect(errorOf(answer)).toEqual(refused)
  })

  test('an account that is in no host name here is not served at all', async () => {
    const headers = { authorization: `Bearer ${bed.access}` }
    expect((await bed.call('/TSTDRV1/services/rest/record/v1/vendor', { headers })).status).toBe(404)
    expect((await bed.call('/services/rest/record/v1/vendor', { headers })).status).toBe(200)
  })
})

describe('addresses', () => {
  test.each([
    ['/record/v1/unicorn', 404, 'NOT_FOUND'],
    ['/record/v1/vendor/99999', 404, 'NONEXISTENT_ID'],
    ['/record/v2/vendor', 404, 'NOT_FOUND'],
    ['/workbook/v1/vendor', 404, 'NOT_FOUND'],
  ])('%s is %i %s', async (path, status, code) => {
    expect(errorOf(await bed.rest(path))).toMatchObject({ status, code })
  })

  test('an item is not found under another type', async () => {
    const id = await bed.idOf('inventoryItem', 'Joist hanger')
    expect((await bed.record(`/inventoryItem/${id}`)).status).toBe(200)
    expect((await bed.record(`/servicePurchaseItem/${id}`)).status).toBe(404)
  })

  test('a body that is no JSON object is invalid content', async () => {
    const answer = await bed.record('/vendor', { text: '[1' })
    expect(errorOf(answer)).toEqual({
      status: 400,
      code: 'INVALID_CONTENT',
      detail: 'Invalid content in the request body.',
    })
  })

  test('an unknown property is ignored, unless the caller asks for an error', async () => {
    const body = await bed.purchaseOrder({ colour: 'blue' })
    expect((await bed.record('/purchaseOrder', { body })).status).toBe(204)
    const headers = { 'x-netsuite-propertynamevalidation': 'Error' }
    expect(errorOf(await bed.record('/purchaseOrder', { body, headers }))).toMatchObject({ path: 'colour' })
  })
})

describe('a list', () => {
  test('has ids only, in pages', async () => {
    const all = await bed.record('/vendor')
    expect(all.json).toMatchObject({ count: 9, totalResults: 9, hasMore: false, offset: 0 })
    const second = await bed.record('/vendor?limit=4&offset=4')
    expect(second.json).toMatchObject({ count: 4, totalResults: 9, hasMore: true, offset: 4 })
    expect(Object(second.json.items)[0]).toEqual({
      links: [{ rel: 'self', href: expect.stringMatching(/\/record\/v1\/vendor\/5$/) }],
      id: '5',
    })
  })

  test.each([
    ['entityId START_WITH "Puget"', 1],
    ['entityId CONTAIN "supply" AND isInactive IS false', 2],
    ['isInactive IS true OR entityId IS "Puget Ready Mix"', 2],
    ['(isInactive IS true OR entityId IS "Puget Ready Mix") AND email CONTAIN "puget"', 1],
    ['email CONTAIN_NOT "example"', 0],
    ['terms EMPTY', 9],
    ['id ANY_OF [1, 2]', 2],
    ['balance LESS 1', 9],
  ])('q=%s finds %i', async (q, count) => {
    const { json } = await bed.record(`/vendor?q=${encodeURIComponent(q)}`)
    expect(json.count).toBe(count)
  })

  test.each(['entityId', 'unicorn IS "x"', 'entityId IS "x" entityId', 'entityId RHYMES "x"'])(
    'q=%s cannot be read',
    async (q) => {
      const answer = await bed.record(`/vendor?q=${encodeURIComponent(q)}`)
      expect(errorOf(answer)).toMatchObject({ status: 400, code: 'INVALID_PARAMETER', path: 'q' })
    },
  )

  test.each(['limit=1001', 'limit=0', 'limit=4&offset=3'])('?%s is refused', async (query) => {
    expect(errorOf(await bed.record(`/vendor?${query}`))).toMatchObject({ code: 'INVALID_PARAMETER' })
  })
})

describe('too much at a time', () => {
  test('is 429 without a word on when to come again', async () => {
    await bed.control('/limits', { enabled: true, concurrent: 1 })
    await bed.control('/faults', { realm: bed.realm, scope: 'all', next: ['slow'], slowMs: 300 })
    const first = bed.record('/vendor/1')
    const seen = async () =>
      Number(Object(Object((await bed.control('/faults', {}, 'GET')).json)[bed.realm]).seen)
    await expect.poll(seen, { interval: 2 }).toBeGreaterThan(0)
    const second = await bed.record('/vendor/1')
    await bed.control('/limits', { enabled: false })
    expect((await first).status).toBe(200)
    expect(second.headers.get('retry-after')).toBeNull()
    expect(second.json.title).toBe('Bad Request')
    expect(errorOf(second)).toEqual({
      status: 429,
      code: 'CONCURRENCY_LIMIT_EXCEEDED',
      detail: 'Concurrent request limit exceeded. Request blocked.',
    })
  })
})

describe('faults', () => {
  test.each([
    ['500', 500, 0],
    ['503', 503, 0],
    ['429', 429, 0],
    ['slow', 204, 1],
  ])('%s answers %i and leaves %i orders', async (kind, status, made) => {
    const before = await orders()
    await fault([kind])
    expect((await post()).status).toBe(status)
    expect((await orders()) - before).toBe(made)
  })

  test.each([
    ['reset-before', 0],
    ['reset-after', 1],
    ['truncated', 1],
    ['late', 1],
  ])('%s brings no answer and leaves %i orders', async (kind, made) => {
    const before = await orders()
    await fault([kind])
    await expect(post()).rejects.toThrow()
    await expect.poll(async () => (await orders()) - before).toBe(made)
  })
})

test('what was answered is in the books of the next start', async () => {
  const first = await openPracticeBed()
  const id = await first.create('purchaseOrder', await first.purchaseOrder({ externalId: 'kept-1' }))
  const { realm, access, folder } = first
  await first.close(true)
  const second = await openPracticeBed({ dataFolder: folder, control: false })
  const { json } = await second.call(`/${realm}/services/rest/record/v1/purchaseOrder/eid:kept-1`, {
    headers: { authorization: `Bearer ${access}` },
  })
  await second.close()
  expect(json).toMatchObject({ id, externalId: 'kept-1' })
})
