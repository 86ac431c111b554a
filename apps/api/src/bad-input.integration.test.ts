import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

const { ours, theirs } = stage
const { session } = ours.people.field
const form = (await session('GET', `/forms/${ours.records.forms}`)).body
const { fields } = form.published as { fields: { id: string; label: string }[] }
const field = (label: string) => fields.find((one) => one.label === label)?.id ?? ''
const line = { id: 'r1', description: 'Wire', quantity: '2', unitPrice: '3.5' }

function submit(values: Record<string, unknown>, more: object = {}) {
  return session('POST', `/forms/${ours.records.forms}/submissions`, {
    id: v7(),
    formVersion: 1,
    values: { [field('Vendor')]: [ours.records.vendors], [field('Materials')]: [line], ...values },
    ...more,
  })
}

interface Told {
  path: string
  fieldId: string
  code: string
  message: string
}
const errorsOf = ({ body }: { body: Record<string, unknown> }) => body.errors as Told[]

describe('refused at submit, beside the field', () => {
  test.each([
    ['a missing required field', { [field('Vendor')]: [] }, 'Vendor', 'required'],
    ['two vendors', { [field('Vendor')]: [ours.records.vendors, v7()] }, 'Vendor', 'one-vendor'],
    [
      'a line that does not add up',
      { [field('Materials')]: [{ ...line, amount: { minor: 1, currency: 'USD' } }] },
      'Materials',
      'does-not-add-up',
    ],
    [
      'more than six decimals in a unit price',
      { [field('Materials')]: [{ ...line, unitPrice: '0.1234567' }] },
      'Materials',
      'too-many-decimals',
    ],
    [
      'a document that comes to nothing',
      { [field('Materials')]: [{ ...line, unitPrice: '0' }] },
      'Materials',
      'zero-total',
    ],
    ['a vendor of another company', { [field('Vendor')]: [theirs.records.vendors] }, 'Vendor', 'not-found'],
    [
      'an item where a vendor belongs',
      { [field('Vendor')]: [ours.records.materials] },
      'Vendor',
      'not-found',
    ],
    [
      'a vendor where an item belongs',
      { [field('Materials')]: [{ ...line, materialId: ours.records.vendors }] },
      'Materials',
      'not-found',
    ],
  ])('%s', async (_what, values, label, code) => {
    const answer = await submit(values)
    expect(answer.status).toBe(422)
    expect(errorsOf(answer)[0]).toMatchObject({ code, fieldId: field(label) })
    expect(errorsOf(answer)[0]?.message).toMatch(/[.]$/)
  })

  test('a field that the form does not have', async () => {
    const answer = await submit({ f_unknown01: 'x' })
    expect([answer.status, errorsOf(answer)[0]?.code]).toEqual([422, 'unknown-field'])
  })

  test('a file of somebody else', async () => {
    const file = { id: stage.hidden.files, name: 'note.txt', size: 1, contentType: 'text/plain' }
    const answer = await submit({ [field('Attachments')]: [file] })
    expect([answer.status, errorsOf(answer)[0]?.code]).toEqual([422, 'not-found'])
  })

  test('10,001 lines, while 10,000 pass', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, position) => ({ ...line, id: `r${position}` }))
    const refused = await submit({ [field('Materials')]: lines(10_001) })
    expect([refused.status, errorsOf(refused)[0]?.code]).toEqual([422, 'too-many-lines'])
    expect((await submit({ [field('Materials')]: lines(10_000) })).status).toBe(201)
  }, 60_000)
})

describe('refused at the door, naming the place', () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`

  test('JSON 21 levels deep, while 20 are read', async () => {
    const deep = await session('POST', '/forms', nested(21))
    expect([deep.status, deep.body.code]).toEqual([400, 'input-refused'])
    expect((await ours.people.admin.session('POST', '/forms', nested(20))).body.code).toBe('bad-request')
  })

  test.each([
    ['{"name":"x","__proto__":{"admin":true}}', '/__proto__'],
    ['{"name":"x","a":[{"constructor":1}]}', '/a/0/constructor'],
    ['{"name":{"$where":"sleep(1000)"}}', '/name/$where'],
    ['{"name":{"$gt":""}}', '/name/$gt'],
  ])('%s', async (body, place) => {
    const answer = await session('POST', '/forms', body)
    expect([answer.status, answer.body.code]).toEqual([400, 'input-refused'])
    expect(answer.body.detail).toContain(place)
  })

  test('an operator in the address, or in the sign-in', async () => {
    expect((await session('GET', '/submissions?$where=1')).body.code).toBe('input-refused')
    const answer = await stage.nobody('POST', '/auth/sign-in/email', { email: { $gt: '' }, password: 'x' })
    expect(answer.body.code).toBe('input-refused')
  })

  test('an unknown field of a body and of a query', async () => {
    const admin = ours.people.admin.session
    const answer = await admin('POST', '/vendors', { name: 'New', isAdmin: true })
    expect([answer.status, errorsOf(answer)[0]?.path]).toEqual([400, '/isAdmin'])
    expect((await admin('GET', '/submissions?colour=red')).status).toBe(400)
  })

  test('a change that does not come from our own pages', async () => {
    const elsewhere = await session('POST', '/notifications/read', {}, { origin: 'https://evil.example' })
    const noHeader = await session('POST', '/notifications/read', {}, { 'x-fieldledger-csrf': '' })
    expect([elsewhere.body.code, noHeader.body.code]).toEqual(['wrong-origin', 'wrong-origin'])
  })

  test('a file of 51 MB, while 1 MB is kept and handed out as an attachment', async () => {
    const upload = (bytes: number) => {
      const body = new FormData()
      body.append('file', new Blob([new Uint8Array(bytes)]), '../../etc/<b>.html')
      return session('POST', '/files', body)
    }
    const large = await upload(51 * 1024 * 1024)
    expect([large.status, large.body.code]).toEqual([413, 'too-large'])
    const { status, body } = await upload(1024 * 1024)
    expect([status, body.name]).toEqual([201, '<b>.html'])
    const { headers } = await session('GET', `/files/${String(body.id)}`)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-type')).toBe('application/octet-stream')
  }, 60_000)

  test('row 16: a file of 49 MB is taken as it comes, and never stands in memory', async () => {
    const piece = new Uint8Array(1024 * 1024)
    const boundary = 'row-16'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="large.bin"\r\n\r\n`
    let pieces = 0
    const body = new ReadableStream<Uint8Array>({
      start: (to) => to.enqueue(new TextEncoder().encode(head)),
      pull(to) {
        pieces += 1
        if (pieces <= 49) return to.enqueue(piece)
        to.enqueue(new TextEncoder().encode(`\r\n--${boundary}--\r\n`))
        to.close()
      },
    })
    const before = process.memoryUsage().rss
    let most = before
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 10)
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const { status } = await session('POST', '/files', body, headers)
    clearInterval(watching)
    expect(status).toBe(201)
    expect(most - before).toBeLessThan(150 * 1024 * 1024)
  }, 60_000)
})

describe('said once, done once', () => {
  test('the same submission twice is one form', async () => {
    const id = v7()
    const [one, other] = await Promise.all([submit({}, { id }), submit({}, { id })])
    expect([one.status, other.status]).toEqual([201, 201])
    expect(one.body.number).toBe(other.body.number)
  })

  test('the same Idempotency-Key gives the same record; with another body it is refused', async () => {
    const { session: admin } = ours.people.admin
    const make = (name: string) => admin('POST', '/customers', { name }, { 'idempotency-key': 'k-1' })
    const first = await make('Town')
    expect((await make('Town')).body.id).toBe(first.body.id)
    expect((await make('Village')).body.code).toBe('idempotency-key-reused')
  })

  test('a request that broke off with its server is not called still running for days', async () => {
    const { id, session: admin } = ours.people.admin
    const body = { name: 'Harbour Board' }
    const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
    const route = 'POST /customers'
    await stage.services.idempotency.claim(ours.scope, { personId: id, route, key: 'k-2', bodyHash })
    const again = async () =>
      (await admin('POST', '/customers', body, { 'idempotency-key': 'k-2' })).body.code
    expect(await again()).toBe('still-running')
    const keys = stage.services.database.connection.collection('idempotencyKeys')
    await keys.updateOne({ key: 'k-2' }, { $set: { at: new Date(Date.now() - 11 * 60_000) } })
    expect(await again()).toBe('first-request-lost')
  })

  test('a stale save of a workflow says who changed what', async () => {
    const { session: admin } = ours.people.admin
    const path = `/forms/${ours.records.forms}/workflow`
    const { graph, revision } = (await admin('GET', path)).body as { graph: Graph; revision: number }
    const renamed = Object.fromEntries(
      Object.entries(graph.steps).map(([id, step]) => [id, { ...step, name: 'Begun' }]),
    )
    expect((await admin('PUT', path, { revision, graph: { ...graph, steps: renamed } })).status).toBe(200)
    const stale = await admin('PUT', path, { revision, graph })
    expect(stale.status).toBe(409)
    expect(stale.body.conflict).toMatchObject({
      by: 'admin of ours',
      changes: [expect.stringContaining('to "Begun"')],
    })
  })

  test('every change leaves an audit row, refused ones too', async () => {
    const { session: admin } = ours.people.admin
    await ours.people.viewer.session('POST', '/vendors', { name: 'No' })
    const rows = (await admin('GET', '/audit')).body.rows as { who: string; result: string }[]
    expect(rows).toContainEqual(
      expect.objectContaining({
        who: 'viewer of ours',
        result: 'Refused: Your role does not allow this: ask an administrator of your company.',
      }),
    )
    expect(rows.some(({ result }) => result === 'Done')).toBe(true)
  })
})

interface Graph {
  steps: Record<string, object>
  edges: unknown[]
}

/** Whatever somebody may send: any JSON, with the names by which others were broken into. */
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  '$where',
  '$gt',
  'values',
  'id',
  'toString',
)
const hostile = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 6 }, tie('leaf'), fc.array(tie('any'), { maxLength: 4 }), tie('object')),
  leaf: fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant('9'.repeat(400))),
  object: fc
    .array(fc.tuple(names, tie('any')), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
})).any

/** As many as are asked for: `HOSTILE_BODIES=1000000`. */
const hostileBodies = Number(process.env.HOSTILE_BODIES ?? 120)

test('row 17: whatever JSON is sent, wherever, it is refused or taken, and nothing breaks', async () => {
  const [vendor, materials] = [field('Vendor'), field('Materials')]
  const answers: number[] = []
  const bodies = fc.sample(hostile, { numRuns: hostileBodies, seed: 17 })
  for (const [at, body] of bodies.entries()) {
    const whole = { id: v7(), formVersion: 1, values: body }
    const inside = { [vendor]: at % 2 === 0 ? body : [ours.records.vendors], [materials]: body }
    const [path, sent] = [
      [`/forms/${ours.records.forms}/submissions`, body],
      [`/forms/${ours.records.forms}/submissions`, whole],
      [`/forms/${ours.records.forms}/submissions`, { ...whole, values: inside }],
      ['/preflight', body],
    ][at % 4] as [string, unknown]
    answers.push((await session('POST', path, sent as object)).status)
  }
  expect(answers.filter((status) => status >= 500)).toEqual([])
  expect(answers.filter((status) => status >= 400).length).toBeGreaterThan((hostileBodies * 5) / 6)
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('row 17: JSON that is wide, or deep beyond what is read, is refused in few words', async () => {
  const values = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f_${at}`, at]))
  const wide = await submit(values)
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const tooDeep = await session('POST', `/forms/${ours.records.forms}/submissions`, deep)
  expect([wide.status, tooDeep.status, tooDeep.body.code]).toEqual([422, 400, 'input-refused'])
  expect(errorsOf(wide)).toHaveLength(200)
})

test('a character of no text is refused where it is searched for', async () => {
  const { session: admin } = ours.people.admin
  for (const path of ['/audit?q=a%00b', '/search?q=%00', '/vendors?q=%00', '/submissions?q=%00'])
    expect((await admin('GET', path)).body.code).toBe('input-refused')
})

test('who asks which methods an address takes is told, and of no address the problem', async () => {
  const ask = (path: string) => fetch(`${stage.origin}/api/v1${path}`, { method: 'OPTIONS' })
  const list = await ask('/forms')
  expect([list.status, list.headers.get('allow'), await list.text()]).toEqual([
    204,
    'GET, HEAD, OPTIONS, POST',
    '',
  ])
  expect(list.headers.get('access-control-allow-origin')).toBeNull()
  expect((await ask(`/Submissions/${v7()}/cancel/`)).headers.get('allow')).toBe('OPTIONS, POST')
  const nowhere = await ask('/nowhere')
  expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
})
