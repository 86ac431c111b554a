import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import { createRuntimeStores } from '../runtime/runtime-stores.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { newRun, resultOf } from '../testing/new-run.ts'
import { forgetResults } from './forget-results.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const scope = companyScope('company')
const dayMs = 86_400_000

test('what went into the steps of a run is forgotten after 90 days, the run stays; runs that were passed are not passed again', async () => {
  const { runs } = createRuntimeStores(database).of(scope)
  const begin = async (days: number) => {
    const startedAt = new Date(Date.now() - days * dayMs)
    const run = newRun(v7({ msecs: startedAt.getTime() }), startedAt)
    await runs.insert(run, [resultOf(run, 's_first', startedAt)])
    return run.id
  }
  const [oldest, old, young] = [await begin(200), await begin(92), await begin(88)]
  expect(await forgetResults(database)).toBe(2)
  const left = async (id: string) => (await runs.results(id)).length
  expect([await left(oldest), await left(old), await left(young)]).toEqual([0, 0, 1])
  expect(await runs.get(oldest)).toMatchObject({ id: oldest, state: 'active' })
  expect(await forgetResults(database)).toBe(0)
  expect(await forgetResults(database, new Date(Date.now() + 5 * dayMs))).toBe(1)
  expect(await left(young)).toBe(0)
})

test('however many runs are old enough, all of them are passed at once', async () => {
  const { runs } = defineRuntimeModels(database.connection)
  const old = Date.now() - 100 * dayMs
  const rows = Array.from({ length: 2500 }, (_, number) => ({
    ...newRun(v7({ msecs: old + number }), new Date(old)),
    results: [{}],
  }))
  await runs.collection.insertMany(rows.map(({ id: _id, ...run }) => ({ _id, ...run })) as never[])
  await database.connection.collection('sweepMarks').deleteMany({})
  await forgetResults(database)
  expect(await runs.collection.countDocuments({ results: { $exists: true }, startedAt: new Date(old) })).toBe(
    0,
  )
})
