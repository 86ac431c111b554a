import type { LedgerCompany, LedgerDriver } from '@fieldledger/accounting'
import { checkStaleHealth } from '@fieldledger/connections'
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
  return { connectionId, read: () => connections.find(scope, connectionId) }
}

function looks(answer: (connectionId: string) => object) {
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
    wake: async (_scope: unknown, id: string) => void woken.push(id),
    clock: { now: () => now },
    onError: (error: unknown) => void errors.push(error),
  }
  return { asked, woken, errors, tick: () => checkStaleHealth(ports) }
}

test('a ledger that nobody has looked into for a day is looked into by itself, once; one that fails keeps no other waiting', async () => {
  const broken = await lookedInto(50)
  const stale = await lookedInto(26)
  await lookedInto(2)
  const look = looks((id) => {
    if (id === broken.connectionId) throw new RangeError('The database went away.')
    return open
  })
  await look.tick()
  expect(look.asked).toEqual([broken.connectionId, stale.connectionId])
  expect(look.errors).toHaveLength(1)
  expect((await stale.read())?.health).toMatchObject({ checkedAt: now, ok: true })
  const again = looks(() => open)
  await again.tick()
  expect(again.asked).toEqual([broken.connectionId])
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
