import type { Connector } from '@fieldledger/accounting'
import { companyScope, healthSignals } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { createWholeImports } from '../catalogue/whole-imports.ts'
import { createJournal } from '../runtime/journal.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openLedgerHouse } from '../testing/ledger-house.ts'
import { createSecrets } from '../vault/secrets.ts'
import { createHealthReader } from './connection-health.ts'
import { defineConnectionModels } from './connection-models.ts'

const { database, drop } = await freshDatabase()
afterAll(() => drop())

const day = 86_400_000
const sealed = { keyId: 'k', wrappedKey: '', wrapIv: '', wrapTag: '', iv: '', tag: '', ciphertext: '' }
const connector = {
  label: 'Some ledger',
  capabilities: { documents: {} },
  quotaOf: (headers: Record<string, string>) => ({ left: Number(headers['x-left']), of: 5000 }),
} as unknown as Connector

test('the end of the sign-in, the last import, the clock and the quota are known from what is kept, and told in sentences', async () => {
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
  const { connections } = defineConnectionModels(database.connection)
  await connections.updateOne(
    { companyId, _id: connectionId },
    {
      $set: {
        imported: { vendors: new Date(now.getTime() - 90 * day), 'tax-rates': new Date(0) },
        'feed.heardAt': new Date(now.getTime() - day),
      },
    },
  )
  await createWholeImports(database).begin(scope, {
    ...{ id: v7(), companyId, connectionId, phase: 'reading', lists: [], at: { list: 0 }, step: 0 },
    ...{ startedAt: now, startedBy: { id: 'p', name: 'Pat' }, dueAt: now },
    ...{ halt: 'failed', message: 'The list never ends.' },
  })
  const read = createHealthReader({ database, connectorOf: () => connector })
  const [facts, ...others] = await read({ scope })
  if (facts === undefined) expect.unreachable('the connection is not told of')
  expect(others).toEqual([])
  expect(facts).toMatchObject({ signInEndsAt: refreshExpiresAt, quota: { left: 12, of: 5000 } })
  const signals = healthSignals(facts, { now, timeZone: 'UTC' })
  expect(signals.map(({ code }) => code)).toEqual([
    'sign-in-ends',
    'import-failed',
    'changes-unheard',
    'lists-old',
    'quota-low',
    'clock-differs',
  ])
  expect(facts.importedAt).toEqual({ vendors: expect.any(Date) })
  expect(await read({ scope: companyScope('another') })).toEqual([])
})
