import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineRuntimeModels, type RuntimeModels } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { due } from './due.ts'

let models: RuntimeModels
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  models = defineRuntimeModels(fresh.database.connection)
  await models.runs.createIndexes()
})
afterAll(() => drop())

const tomorrow = new Date(Date.now() + 86_400_000)

async function insertRuns(
  count: number,
  { dueAt, claimedBy = null }: { dueAt: Date | null; claimedBy?: string | null },
): Promise<void> {
  const rows = Array.from({ length: count }, (_, place) => ({
    _id: v7(),
    companyId: 'company',
    submissionId: v7(),
    workflowId: 'workflow',
    state: 'active',
    claimedBy,
    dueAt: dueAt === null ? null : new Date(dueAt.getTime() - place),
  }))
  await insertRows(models.runs, rows as never[])
}

test('runs that wait, for people or for a day, and runs that others hold cost the claim nothing: it reads those that are due', async () => {
  await insertRuns(3000, { dueAt: null })
  await insertRuns(3000, { dueAt: tomorrow })
  await insertRuns(300, { dueAt: new Date(Date.now() - 2000), claimedBy: 'another' })
  await insertRuns(7, { dueAt: new Date(Date.now() - 1000) })
  const explained = (await models.runs
    .find(due({ state: 'active' }))
    .setOptions(acrossCompanies('how a claim is answered'))
    .sort({ dueAt: 1 })
    .limit(100)
    .explain('executionStats')) as unknown as {
    executionStats: { totalKeysExamined: number; totalDocsExamined: number; nReturned: number }
  }
  const { totalKeysExamined, totalDocsExamined, nReturned } = explained.executionStats
  expect(nReturned).toBe(7)
  expect(totalDocsExamined).toBe(7)
  expect(totalKeysExamined).toBeLessThan(10)
})
