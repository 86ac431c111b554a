import { expect, test } from 'vitest'
import { orderInputs } from '../testing/order-inputs.ts'
import type { ConnectionSummary } from './connection-summary.ts'
import { type ConnectionHealthFacts, healthSignals } from './health-signals.ts'

const { connection } = orderInputs([])
const at = { now: new Date('2026-11-27T15:00:00Z'), timeZone: 'America/Chicago' }
const inDays = (days: number) => new Date(at.now.getTime() + days * 86_400_000)
const hoursAgo = (hours: number) => new Date(at.now.getTime() - hours * 3_600_000)
const told = (facts: Partial<ConnectionHealthFacts>, change: Partial<ConnectionSummary> = {}) =>
  healthSignals({ connection: { ...connection, ...change }, ...facts }, at)

test.each<[string, Partial<ConnectionHealthFacts>, Partial<ConnectionSummary>]>([
  ['sign-in-ends', { signInEndsAt: inDays(13) }, {}],
  ['sign-in-ended', { signInEndsAt: inDays(-1) }, {}],
  ['look-failed', { lastLook: { at: at.now, message: 'It does not answer.' } }, {}],
  ['plan-lacks', {}, { ledger: { documents: { 'purchase-order': false } } }],
  ['subscription-ended', {}, { ledger: { subscriptionEnded: true, documents: { bill: false } } }],
  ['books-closed', {}, { ledger: { closedThrough: '2026-11-25' } }],
  ['quota-low', { quota: { left: 500, of: 5000 } }, {}],
  ['clock-differs', { clockAheadMs: -6 * 60_000 }, {}],
  [
    'import-failed',
    { importTrouble: { since: at.now, message: 'Some Ledger has no such list.', halted: true } },
    {},
  ],
  ['import-waits', { importTrouble: { since: hoursAgo(2), message: 'It is busy.', halted: false } }, {}],
  ['changes-unheard', { heardAt: hoursAgo(7) }, {}],
  ['lists-old', { importedAt: { vendors: inDays(-61), items: inDays(-3), accounts: inDays(-90) } }, {}],
  ['reconnect', { quota: { left: 0, of: 5000 } }, { state: 'needs-reconnect' }],
])('what is about to break is told before, with what to do: %s', (code, facts, change) => {
  const [signal, ...others] = told(facts, change)
  expect(signal).toMatchObject({ code, connectionId: 'k1' })
  expect(signal?.message).toMatch(/: .+\.$/)
  expect(others).toEqual([])
})

test.each<[Partial<ConnectionHealthFacts>, Partial<ConnectionSummary>]>([
  [{}, {}],
  [{ signInEndsAt: inDays(15) }, {}],
  [{ lastLook: { at: at.now } }, {}],
  [{ quota: { left: 501, of: 5000 }, clockAheadMs: 4 * 60_000 }, {}],
  [{}, { ledger: { closedThrough: '2026-10-31', documents: { 'purchase-order': true, receipt: false } } }],
  [
    {
      importTrouble: { since: at.now, message: 'It is busy.', halted: false },
      heardAt: hoursAgo(1),
      importedAt: { vendors: inDays(-59) },
    },
    {},
  ],
  [{ signInEndsAt: inDays(-1) }, { state: 'disconnected' }],
])('a connection that is well says nothing: %o', (facts, change) => {
  expect(told(facts, change)).toEqual([])
})

test('of old lists the names are told, and the day of the oldest', () => {
  const [signal] = told({ importedAt: { vendors: inDays(-61), items: inDays(-3), accounts: inDays(-90) } })
  expect(signal?.message).toMatch(/\(vendors, accounts\) were imported last on Aug 29, 2026: import them/)
})
