import { describe, expect, test } from 'vitest'
import { documentCapability } from '../connector/capabilities.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { ConformanceFault } from './conformance-ledger.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { withLedger } from './with-ledger.ts'

/** Orders, what they are billed by, and what arrived of them: each is written in a way of its own. */
const kinds: readonly DocumentKind[] = ['purchase-order', 'bill', 'receipt']

/** The wire and the ledger fail: what may have happened is never guessed. */
export function faultConformance(options: ConformanceOptions): void {
  const { run, ledger, failure } = withLedger(options)

  test('it connects and says which company it is', async () => {
    const company = await run('connect.check', {})
    expect(company).toMatchObject({ id: ledger().companyId, currency: 'USD' })
    expect(company.name).not.toBe('')
  })

  test('reads are tried again in place, and given up as unavailable', async () => {
    await ledger().failNext(['500', 'reset-before', 'none'], 'all')
    expect((await run('vendor.list', {})).rows.length).toBeGreaterThan(0)
    await ledger().failNext(['500', '500', '500', '500'], 'all')
    const error = await failure(run('vendor.list', {}))
    expect(error).toMatchObject({ code: 'ledger-unavailable', outcomeUnknown: false })
    await ledger().failNext([], 'all')
  })

  for (const kind of kinds)
    if (documentCapability(options.connector.capabilities, kind)?.create === true)
      describe(`G-12 ${kind} under faults`, () => writeFaults(kind, options))

  test('access that was withdrawn asks for a person', async () => {
    await ledger().revokeAccess()
    const error = await failure(run('connect.check', {}))
    expect(error).toMatchObject({ code: 'reconnect-needed', cure: 'reconnect', retryable: false })
  })
}

function writeFaults(kind: DocumentKind, options: ConformanceOptions): void {
  const { run, ledger, ready, failure } = withLedger(options)
  const fresh = () => ready(kind)

  test('an expired access token is renewed once and the same write goes on', async () => {
    const { document, requestKey, number } = await fresh()
    const before = ledger().seen.refreshes
    await ledger().expireAccess()
    await run('document.create', document, { requestKey })
    expect(ledger().seen.refreshes - before).toBe(1)
    expect(await ledger().countDocuments(number)).toBe(1)
  })

  test.each<ConformanceFault>(['reset-after', 'late', 'truncated'])(
    '%s leaves an unknown outcome, and the same key brings the first answer',
    async (fault) => {
      const { document, requestKey, number } = await fresh()
      await ledger().failNext([fault], 'writes')
      const error = await failure(run('document.create', document, { requestKey }))
      expect(error).toMatchObject({ outcomeUnknown: true, cure: 'resolve-unknown' })
      const replayed = await run('document.create', document, { requestKey })
      expect(replayed.number).toBe(number)
      expect(await ledger().countDocuments(number)).toBe(1)
    },
  )

  test.each<ConformanceFault>(['500', 'reset-before'])(
    '%s on a write is unknown, never failed',
    async (fault) => {
      const { document, requestKey, number } = await fresh()
      await ledger().failNext([fault], 'writes')
      const error = await failure(run('document.create', document, { requestKey }))
      expect(error).toMatchObject({ outcomeUnknown: true })
      expect(await ledger().countDocuments(number)).toBe(0)
    },
  )

  test('too many requests close the budget and cost no attempt', async () => {
    const { document, requestKey, number } = await fresh()
    await ledger().failNext(['429'], 'writes')
    const error = await failure(run('document.create', document, { requestKey }))
    expect(error).toMatchObject({ code: 'rate-limited', costsNoAttempt: true, outcomeUnknown: false })
    expect(ledger().seen.closedForMs.at(-1)).toBe(error?.detail.retryAfterMs)
    expect(await ledger().countDocuments(number)).toBe(0)
  })

  test('the last check stops a write before its first byte', async () => {
    const { document, requestKey, number } = await fresh()
    class ClaimLost extends Error {}
    const beforeWrite = async () => {
      throw new ClaimLost('the claim was lost')
    }
    const error = await failure(run('document.create', document, { requestKey, beforeWrite }))
    expect(error).toBeInstanceOf(ClaimLost)
    expect(await ledger().countDocuments(number)).toBe(0)
  })

  test('a create asks for the last check exactly once', async () => {
    const { document, requestKey } = await fresh()
    let checks = 0
    const beforeWrite = async () => {
      checks += 1
    }
    await run('document.create', document, { requestKey, beforeWrite })
    expect(checks).toBe(1)
  })

  test('every exchange is journalled, and no token is in it', async () => {
    const { document, requestKey } = await fresh()
    const from = ledger().seen.entries.length
    await run('document.create', document, { requestKey })
    const entries = ledger().seen.entries.slice(from)
    expect(entries.map(({ step }) => step)).toContain('post')
    expect(entries.every(({ answer }) => answer !== undefined && answer.status < 300)).toBe(true)
    expect(JSON.stringify(ledger().seen.entries)).not.toMatch(/bearer/i)
  })
}
