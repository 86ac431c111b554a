import type { Connector } from '@fieldledger/accounting'
import { companyScope, healthSignals } from '@fieldledger/workflow'
import { afterAll, expect, test } from 'vitest'
import { createJournal } from '../runtime/journal.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openLedgerHouse } from '../testing/ledger-house.ts'
import { createSecrets } from '../vault/secrets.ts'
import { createHealthReader } from './connection-health.ts'

const { database, drop } = await freshDatabase()
afterAll(() => drop())

const day = 86_400_000
const sealed = { keyId: 'k', wrappedKey: '', wrapIv: '', wrapTag: '', iv: '', tag: '', ciphertext: '' }
const connector = {
  label: 'Some ledger',
  capabilities: { documents: {} },
  quotaOf: (headers: Record<string, string>) => ({ left: Number(headers['x-left']), of: 5000 }),
} as unknown as Connector

test('the end of the sign-in, the clock and the quota are known from what is kept, and told in sentences', async () => {
  const { scope, connectionId } = await openLedgerHouse(database)
  const { companyId } = scope
  const now = new Date()
  const refreshExpiresAt = new Date(now.getTime() + 3 * day)
  await createSecrets(database).replace({
    companyId,
    connectionId,
    sealed,
    accessExpiresAt: now,
    refreshExpiresAt,
  })
  await createJournal(database).record({
    scope: { companyId, connectionId },
    provider: 'some-ledger',
    operation: 'connect.check',
    step: 'company',
    request: { method: 'GET', path: '/company' },
    answer: {
      status: 200,
      headers: { date: new Date(now.getTime() + 3_600_000).toUTCString(), 'x-left': '12' },
      body: {},
    },
    durationMs: 1,
  })
  const read = createHealthReader({ database, connectorOf: () => connector })
  const [facts, ...others] = await read({ scope })
  if (facts === undefined) expect.unreachable('the connection is not told of')
  expect(others).toEqual([])
  expect(facts).toMatchObject({ signInEndsAt: refreshExpiresAt, quota: { left: 12, of: 5000 } })
  const signals = healthSignals(facts, { now, timeZone: 'UTC' })
  expect(signals.map(({ code }) => code)).toEqual(['sign-in-ends', 'quota-low', 'clock-differs'])
  expect(await read({ scope: companyScope('another') })).toEqual([])
})
