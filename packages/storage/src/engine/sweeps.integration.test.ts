import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createEngine } from './engine.ts'
import { createWorkWatch } from './work-figures.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

test('a look for dead workers and for work that is due reads no run that waits', async () => {
  const { runs, effects } = defineRuntimeModels(fresh.database.connection)
  for (const model of [runs, effects]) await model.createIndexes()
  const later = new Date(Date.now() + 86_400_000)
  const rows = Array.from({ length: 50 }, () => ({
    ...{ _id: v7(), companyId: 'company', submissionId: v7(), workflowId: 'f', state: 'active' },
    ...{ claimedBy: null, dueAt: later, epoch: 0, attempts: 0, wakes: 0, startedAt: new Date() },
  }))
  await insertRows(runs, rows as never[])
  const engine = createEngine(fresh.database)
  const workerId = v7()
  await engine.beat(workerId, { claimed: true })
  const { db } = fresh.database.connection
  await db?.command({ profile: 2 })
  await engine.sweepDeadWorkers()
  await engine.claimRuns({ workerId, limit: 20 })
  await engine.nextDue()
  await engine.giveBack({ workerId, except: { runs: [v7()], effects: [] } })
  await engine.release(workerId)
  await createWorkWatch(fresh.database).figures()
  await db?.command({ profile: 0 })
  const asked = await db
    ?.collection('system.profile')
    .find({ ns: /\.runs$/ })
    .toArray()
  expect(asked?.length).toBeGreaterThan(7)
  // Which of them is due next is one key.
  expect(Math.max(...(asked ?? []).map(({ docsExamined = 0 }) => docsExamined))).toBeLessThanOrEqual(1)
})
