import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createEngine } from './engine.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  database = fresh.database
  drop = fresh.drop
})
afterAll(() => drop())

test('what waits for a connection that is there is woken, when whoever connected it was killed before they could', async () => {
  const { effects } = defineRuntimeModels(database.connection)
  const { connections } = defineConnectionModels(database.connection)
  await connections.collection.insertMany([
    { _id: 'there', companyId: 'company-1', state: 'active' },
    { _id: 'lost', companyId: 'company-2', state: 'needs-reconnect' },
  ] as never[])
  const parked = { waitingFor: 'connection', dueAt: null, claimedBy: null, state: 'planned', wakes: 0 }
  await effects.collection.insertMany([
    { ...parked, _id: 'planned', key: '1', companyId: 'company-1', connectionId: 'there' },
    {
      ...parked,
      _id: 'read-back',
      key: '2',
      companyId: 'company-1',
      connectionId: 'there',
      state: 'confirmed',
    },
    {
      ...parked,
      _id: 'for-a-vendor',
      key: '3',
      companyId: 'company-1',
      connectionId: 'there',
      waitingFor: 'cure',
    },
    { ...parked, _id: 'elsewhere', key: '4', companyId: 'company-2', connectionId: 'lost' },
    // Of another company, by whatever mistake: a connection's name alone wakes nothing.
    { ...parked, _id: 'foreign', key: '5', companyId: 'company-2', connectionId: 'there' },
  ] as never[])
  const engine = createEngine(database)
  expect(await engine.wakeConnected()).toBe(2)
  const claimed = await engine.claimEffects({ workerId: 'w', limit: 10 })
  expect(claimed.map(({ id }) => id).sort()).toEqual(['planned', 'read-back'])
  expect(await engine.wakeConnected()).toBe(0)
})
