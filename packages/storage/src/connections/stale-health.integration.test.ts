import type { LedgerCompany, LedgerDriver } from '@fieldledger/accounting'
import { checkHealth, checkStaleHealth } from '@fieldledger/connections'
import type { CompanyScope } from '@fieldledger/workflow'
import { afterAll, expect, test } from 'vitest'
import { createStaleChecks } from '../engine/stale-checks.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openLedgerHouse } from '../testing/ledger-house.ts'
import { createConnectionRepository } from './connection-repository.ts'

const { database, drop } = await freshDatabase()
afterAll(() => drop())

const connections = createConnectionRepository(database)
const now = new Date('2027-03-01T09:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const open = { name: 'Books', currency: 'USD', documents: {} }

/** A company whose ledger was looked into that long ago. */
async function lookedInto(hours: number, facts: object = { currency: 'USD', documents: {} }) {
  const { scope, connectionId } = await openLedgerHouse(database)
  const change = { ledger: facts, health: { checkedAt: hoursAgo(hours), ok: true } }
  await connections.update(scope, { id: connectionId, change } as never)
  return { scope, connectionId, read: () => connections.find(scope, connectionId) }
}

function looks(answer: (connectionId: string) => object, wakes?: () => void) {
  const asked: string[] = []
  const woken: string[] = []
  const errors: unknown[] = []
  const ports = {
    connections,
    stale: createStaleChecks(database),
    driverFor: ({ id }: { id: string }) =>
      ({
        run: async () => {
          asked.push(id)
          return answer(id) as LedgerCompany
        },
      }) as unknown as LedgerDriver,
    wake: async (_scope: unknown, id: string) => {
      wakes?.()
      woken.push(id)
    },
    clock: { now: () => now },
    onError: (error: unknown) => void errors.push(error),
  }
  const check = (which: { scope: CompanyScope; connectionId: string }) => checkHealth(ports, which)
  return { asked, woken, errors, check, tick: () => checkStaleHealth(ports) }
}

test('a ledger that nobody has looked into for a day is looked into by itself, once; one that fails keeps no other waiting', async () => {
  const broken: Awaited<ReturnType<typeof lookedInto>>[] = []
  for (let more = 0; more < 11; more += 1) broken.push(await lookedInto(60 - more))
  const stale = await lookedInto(26)
  await lookedInto(2)
  const isBroken = (id: string) => broken.some(({ connectionId }) => connectionId === id)
  const look = looks((id) => {
    if (isBroken(id)) throw new RangeError('The secret cannot be opened.')
    return open
  })
  await look.tick()
  await look.tick()
  expect(look.asked).toEqual([...broken.map(({ connectionId }) => connectionId), stale.connectionId])
  expect(look.errors).toHaveLength(11)
  expect((await stale.read())?.health).toMatchObject({ checkedAt: now, ok: true })
  expect((await broken[0]?.read())?.health).toMatchObject({ ok: false, message: expect.any(String) })
  const again = looks(() => open)
  await again.tick()
  expect(again.asked).toEqual([])
})

test('what was held goes on when the ledger says something else than before: a month that was opened again', async () => {
  const shut = { currency: 'USD', closedThrough: '2027-02-28', documents: {} }
  const reopened = await lookedInto(30, shut)
  const stillShut = await lookedInto(30, shut)
  const look = looks((id) => (id === reopened.connectionId ? open : { ...open, closedThrough: '2027-02-28' }))
  await look.tick()
  expect(look.asked).toContain(stillShut.connectionId)
  expect(look.woken).toEqual([reopened.connectionId])
  expect((await reopened.read())?.ledger).not.toHaveProperty('closedThrough')
})

test('what was held goes on also when the process died, or stumbled, between hearing of it and waking it', async () => {
  const shut = { currency: 'USD', closedThrough: '2027-02-28', documents: {} }
  const reopened = await lookedInto(30, shut)
  const look = looks(
    () => open,
    () => {
      throw new RangeError('The database went away.')
    },
  )
  await look.tick()
  expect((await reopened.read())?.ledger).not.toHaveProperty('closedThrough')
  const again = looks(() => open)
  await again.check(reopened)
  await again.check(reopened)
  expect(again.woken).toEqual([reopened.connectionId])
})
