import {
  type ConnectionTarget,
  type Connector,
  DocumentInUse,
  type LedgerError,
  type WireRequest,
} from '@fieldledger/accounting'
import { memoryPorts } from '@fieldledger/accounting/testing'
import {
  BrokenExchange,
  type Egress,
  type EgressAnswer,
  type EgressRequest,
  NeverConnected,
} from '@fieldledger/egress'
import { expect, test } from 'vitest'
import { quickbooksOnline } from '../../quickbooks-online/connector.ts'
import { createHttpDriver } from './create-http-driver.ts'

const origin = 'https://books.example'
const read: WireRequest = { step: 'read', method: 'GET', path: '/v3/{company}/a', safeToRepeat: true }
const write: WireRequest = {
  step: 'post',
  method: 'POST',
  path: '/v3/{company}/b',
  query: { requestid: 'k' },
  body: { as: 'json', value: { secret: 'no', DocNumber: '1' } },
  safeToRepeat: false,
}
const ok: EgressAnswer = { status: 200, headers: {}, text: '{}' }
const status = (code: number, headers = {}): EgressAnswer => ({ status: code, headers, text: '{}' })

/** Drives one operation that asks `requests`, against a wire that answers or breaks as told. */
function scene(
  requests: WireRequest[],
  wire: (EgressAnswer | Error)[],
  more: {
    next?: string
    expiresIn?: number
    place?: { host: string; company: string }
    refuses?: boolean
    /** Which of our connections it is. */
    ours?: { id: string; companyId: string }
  } = {},
) {
  const sent: EgressRequest[] = []
  const egress: Egress = {
    send: async (request) => {
      await request.beforeFirstByte?.()
      sent.push(request)
      const next = wire.shift() ?? ok
      if (next instanceof Error) throw next
      return next
    },
    close: async () => {},
  }
  const connector: Connector = {
    ...quickbooksOnline,
    authorisation: {
      ...quickbooksOnline.authorisation,
      refresh: async () => ({
        accessToken: 'second',
        refreshToken: 'r2',
        accessExpiresIn: 3600,
        refreshExpiresIn: 9,
      }),
    },
    operations: {
      ...quickbooksOnline.operations,
      *'vendor.list'() {
        for (const request of requests) yield request
        if (more.refuses === true) throw new DocumentInUse('It is paid there, so it stays as it is.')
        return more.next === undefined ? { rows: [] } : { rows: [], next: more.next }
      },
    },
  }
  const ports = memoryPorts({
    accessToken: 'first',
    refreshToken: 'r1',
    accessExpiresIn: more.expiresIn ?? 3600,
    refreshExpiresIn: 9,
  })
  const connection: ConnectionTarget = {
    ...(more.ours ?? { id: 'c1', companyId: 'co' }),
    provider: connector.id,
    environment: 'practice',
    ledgerCompanyId: more.place?.company ?? 'a/../b',
    currency: 'USD',
  }
  const settings = {
    baseUrl: more.place?.host ?? `${origin}/base/`,
    authUrl: origin,
    booksUrl: origin,
    clientId: '',
    clientSecret: '',
    redirectUrl: '',
  }
  const driver = createHttpDriver({ connector, connection, settings, egress, ...ports })
  const run = (beforeWrite?: () => Promise<void>) =>
    driver
      .run({
        operation: 'vendor.list',
        input: more.next === undefined ? {} : { cursor: '100' },
        scope: { companyId: 'co', connectionId: 'c1', effectId: 'e1' },
        ...(beforeWrite === undefined ? {} : { beforeWrite }),
      })
      .then(
        () => undefined,
        (error: LedgerError) => error,
      )
  return { run, sent, seen: ports.seen }
}

test('host, company and token are put in, and none of them is journalled', async () => {
  const { run, sent, seen } = scene([write], [])
  expect(await run()).toBeUndefined()
  expect(sent[0]).toMatchObject({
    origin,
    path: '/base/v3/a%2F..%2Fb/b?requestid=k',
    headers: { authorization: 'Bearer first' },
  })
  expect(seen.entries).toMatchObject([
    {
      scope: { effectId: 'e1' },
      step: 'post',
      request: { path: '/v3/{company}/b' },
      answer: { status: 200 },
    },
  ])
  expect(JSON.stringify(seen.entries)).not.toMatch(/first|"no"/)
})

test.each([
  ['1234567_SB1', 'https://1234567-sb1.books.example'],
  ['evil.example/', 'https://unknown.invalid.books.example'],
])(
  'a ledger that gives its companies hosts of their own is called at the host of %s',
  async (company, at) => {
    const { run, sent } = scene([read], [], { place: { host: 'https://{company}.books.example', company } })
    expect(await run()).toBeUndefined()
    expect(sent[0]?.origin).toBe(at)
  },
)

test('S1-30 what is not sent, since what stands there forbids it, has a row of its own with the reason', async () => {
  const { run, sent, seen } = scene([read], [], { refuses: true })
  expect(await run()).toMatchObject({ code: 'document-in-use' })
  expect(sent).toHaveLength(1)
  expect(seen.entries.map(({ step, error }) => [step, error?.message])).toEqual([
    ['read', undefined],
    ['refused', 'It is paid there, so it stays as it is.'],
  ])
})

test('a list whose next page is the same page again is not read on for ever', async () => {
  expect(await scene([read], [], { next: '200' }).run()).toBeUndefined()
  expect(await scene([read], [], { next: '100' }).run()).toMatchObject({ code: 'ledger-unavailable' })
})

test('S0-09 a refusal of the ledger has one row, not two, which says why', async () => {
  const { run, seen } = scene([read], [status(400)], { refuses: true })
  await run()
  expect(seen.entries.map(({ error }) => error?.message)).toEqual([expect.stringMatching(/^[A-Z].{20,}\.$/)])
})

test('no connection on a write means nothing was committed', async () => {
  const { run, sent } = scene([write], [new NeverConnected(origin)])
  expect(await run()).toMatchObject({ code: 'ledger-unavailable', outcomeUnknown: false })
  expect(sent).toHaveLength(1)
})

test.each([
  ['a reset', new BrokenExchange(origin, { reason: 'reset' })],
  ['a time-out', new BrokenExchange(origin, { reason: 'timeout' })],
  ['a 500', status(500)],
  ['a 504', status(504)],
  ['half an answer', { ...ok, text: '{"Purch' }],
  ['a poisoned answer', { ...ok, text: '{"__proto__":{"x":1}}' }],
])('%s on a write is unknown and is not sent again', async (_what, outcome) => {
  const { run, sent } = scene([write], [outcome])
  expect(await run()).toMatchObject({ outcomeUnknown: true })
  expect(sent).toHaveLength(1)
})

test('a 503 with Retry-After on a write was not taken in', async () => {
  const { run } = scene([write], [status(503, { 'retry-after': '3' })])
  expect(await run()).toMatchObject({ code: 'ledger-unavailable', detail: { retryAfterMs: 3000 } })
})

test('a failure after the write was answered is unknown, whatever it is', async () => {
  for (const later of [new NeverConnected(origin), status(429), status(403)]) {
    const { run } = scene([write, read], [ok, later, later, later])
    expect(await run()).toMatchObject({ outcomeUnknown: true })
  }
})

test('a 401 on a write is renewed once and the same bytes go again; the second 401 asks for a person', async () => {
  const good = scene([write], [status(401), ok])
  let checks = 0
  const beforeWrite = async () => {
    checks += 1
  }
  expect(await good.run(beforeWrite)).toBeUndefined()
  const [first, second] = good.sent
  expect(second).toMatchObject({ path: first?.path, body: first?.body })
  expect(good.sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second'])
  expect([checks, good.seen.refreshes]).toEqual([2, 1])
  const bad = scene([write], [status(401), status(401)])
  expect(await bad.run()).toMatchObject({ code: 'reconnect-needed' })
  expect([bad.sent.length, bad.seen.refreshes]).toEqual([2, 1])
})

test('a token about to run out is renewed before it is used', async () => {
  const { run, sent, seen } = scene([read], [], { expiresIn: 30 })
  await run()
  expect(seen.refreshes).toBe(1)
  expect(sent[0]?.headers.authorization).toBe('Bearer second')
})

test('a 429 closes the budget for as long as it says', async () => {
  const { run, seen } = scene([read], [status(429, { 'retry-after': '9' })])
  expect(await run()).toMatchObject({ code: 'rate-limited', costsNoAttempt: true })
  expect(seen.closedForMs).toEqual([9000])
})

test('every request takes from the budget, repeated reads too', async () => {
  const { run, seen } = scene([read], [status(500), status(500), ok])
  expect(await run()).toBeUndefined()
  expect(seen.takenFrom).toHaveLength(3)
  expect(seen.entries.map(({ error }) => error?.code)).toEqual([
    'outcome-unknown',
    'outcome-unknown',
    undefined,
  ])
})

test('two of our companies that are connected with the same books share their limit, other books have their own', async () => {
  const limited = { company: 'one-of-theirs', host: origin }
  const budgetOf = async (ours: { id: string; companyId: string }, company = limited.company) => {
    const { run, seen } = scene([read], [status(429)], { ours, place: { ...limited, company } })
    await run()
    expect(seen.closedFor).toEqual(seen.takenFrom)
    return seen.takenFrom
  }
  const [one] = await budgetOf({ id: 'c1', companyId: 'co' })
  expect(one).toEqual(expect.any(String))
  expect(await budgetOf({ id: 'c2', companyId: 'other' })).toEqual([one])
  expect(await budgetOf({ id: 'c2', companyId: 'other' }, 'another-of-theirs')).not.toEqual([one])
})
