import type { ChangePage, LedgerChange, LedgerDriver } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import type { Ledger } from '../ledger/find-ledger.ts'
import type { FeedRest } from '../ports/ledger-feeds.ts'
import { readChanges } from './read-changes.ts'

const since = '2026-11-27T10:00:00.000Z'
const change = (at: string): LedgerChange => ({ record: 'vendor', remoteId: '1', at })
const ledger = { target: { id: 'connection', companyId: 'company' } } as unknown as Ledger

const noon = '2030-01-01T00:00:00.000Z'

/** The ledger answers with these pages, and takes so long for each. */
async function look(about: {
  pages: Partial<ChangePage>[]
  eachMs: number
  at?: string
  rest?: FeedRest | undefined
}) {
  const { pages, eachMs, at = noon, rest } = about
  let now = Date.parse(at)
  const asked: object[] = []
  const run = async ({ input }: { input: object }): Promise<ChangePage> => {
    asked.push(input)
    now += eachMs
    return { rows: [], complete: true, ...pages[asked.length - 1] }
  }
  const driverFor = () => ({ run }) as unknown as LedgerDriver
  const ports = { driverFor, clock: { now: () => new Date(now) } }
  return { told: await readChanges(ports, { ledger, since, rest }), asked }
}

test('the next look begins at the latest change that was told', async () => {
  const rows = [change('2026-11-27T10:05:00.000Z'), change('2026-11-27T10:04:00.000Z')]
  const { told } = await look({ pages: [{ rows }], eachMs: 9000 })
  expect(told).toMatchObject({ changes: rows, complete: true, until: '2026-11-27T10:05:00.000Z' })
})

test.each([
  ['2026-11-27T10:05:30.000Z', '2026-11-27T10:05:10.000Z'],
  ['2026-11-27T10:05:30', '2026-11-27T10:05:10.000Z'],
  ['2026-11-27T10:00:05.000Z', since],
])(
  'a list that was read first may have changed while the last was read: told %s, the next look begins at %s',
  async (at, until) => {
    const { told, asked } = await look({ pages: [{ next: '1:1' }, { rows: [change(at)] }], eachMs: 10_000 })
    expect(asked).toEqual([{ since }, { since, cursor: '1:1' }])
    expect(told.until).toBe(until)
  },
)

test('what nothing was changed since is asked for from the same moment', async () => {
  const { told } = await look({ pages: [{ next: '1:1' }, {}], eachMs: 10_000 })
  expect(told).toEqual({ changes: [], complete: true, until: since })
})

test('of more than twenty pages the next look begins where this one stopped, and asks for nothing twice', async () => {
  const pages = Array.from({ length: 30 }, (_, page) => ({
    rows: [change('2026-11-27T10:05:30.000Z')],
    ...(page < 29 ? { next: `0:${page + 2}` } : {}),
  }))
  const { told, asked } = await look({ pages, eachMs: 1 })
  expect([asked.length, told.changes.length, told.complete]).toEqual([20, 20, true])
  expect(told.rest).toEqual({ since, cursor: '0:21', until: told.until, beganAt: new Date(noon) })
  const next = await look({ pages: pages.slice(20), eachMs: 1, rest: told.rest })
  expect(next.asked[0]).toEqual({ since, cursor: '0:21' })
  expect([next.asked.length, next.told.rest]).toEqual([10, undefined])
})

test('however long the rest lay, the look after it begins before the whole of it began', async () => {
  const rest = { since, cursor: '3:2', until: '2026-11-27T10:00:30.000Z', beganAt: new Date(noon) }
  const rows = [change('2026-11-27T11:00:40.000Z')]
  const { told } = await look({ pages: [{ rows }], eachMs: 0, at: '2030-01-01T01:00:00.000Z', rest })
  expect(told.until).toBe('2026-11-27T10:00:40.000Z')
})
