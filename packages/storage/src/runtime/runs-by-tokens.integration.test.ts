import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createRunStore } from './run-store.ts'
import { defineRuntimeModels } from './runtime-models.ts'

const scope = companyScope('company')
const tomorrow = new Date(Date.now() + 86_400_000)
const waits = { id: '1.1', stepId: 's_wait', visit: 1 }
const waitsByZone = { ...waits, memo: { zone: 'Europe/Berlin' } }
const failed = { id: '1.2', stepId: 's_send', visit: 1, error: { code: 'refused' } }

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
  const { runs } = defineRuntimeModels(fresh.database.connection)
  await runs.createIndexes()
  await insertRuns(2000, { tokens: [waits] })
  await insertRuns(200, { tokens: [waitsByZone, waits] })
  await insertRuns(3, { tokens: [waitsByZone, failed] })
  await insertRuns(4, { tokens: [waits, failed] })
  await insertRuns(5, { state: 'needs-attention', tokens: [failed] })
})
afterAll(() => fresh.drop())

async function insertRuns(count: number, of: Record<string, unknown>): Promise<void> {
  const rows = Array.from({ length: count }, (_, place) => ({
    ...{ _id: v7(), companyId: scope.companyId, submissionId: v7(), workflowId: 'workflow', state: 'active' },
    ...{ claimedBy: null, dueAt: tomorrow, startedAt: new Date(Date.UTC(2026, 10, 1) + place * 1000) },
    ...{ wakes: 0, ...of },
  }))
  await insertRows(defineRuntimeModels(fresh.database.connection).runs, rows as never[])
}

/** What it cost to find them. */
async function asked<Answer>(ask: (runs: ReturnType<typeof createRunStore>) => Promise<Answer>) {
  const { connection } = fresh.database
  await connection.db?.command({ profile: 2 })
  const answer = await ask(createRunStore(defineRuntimeModels(connection), { scope }))
  await connection.db?.command({ profile: 0 })
  const profile = connection.db?.collection('system.profile')
  const profiled = (await profile?.find({ ns: /\.runs$/, op: { $in: ['query', 'getmore'] } }).toArray()) ?? []
  await profile?.drop()
  const sum = (counted: 'keysExamined' | 'docsExamined') =>
    profiled.reduce((all, one) => all + Number(one[counted]), 0)
  expect(profiled).not.toEqual([])
  return { answer, keys: sum('keysExamined'), docs: sum('docsExamined') }
}

test('runs with a branch that failed are found among many that wait, by what failed alone', async () => {
  const { answer, keys, docs } = await asked((runs) => runs.needingAttention())
  expect(answer).toHaveLength(12)
  expect(docs).toBeLessThanOrEqual(20)
  expect(keys).toBeLessThanOrEqual(30)
})

test('runs that wait by the clocks of a zone are found among many that wait', async () => {
  const { answer, keys, docs } = await asked((runs) => runs.wakeOfOtherZone({ zone: 'UTC', limit: 500 }))
  expect(answer).toBe(203)
  expect(docs).toBeLessThanOrEqual(220)
  // Two for each of them, and two for each that failed.
  expect(keys).toBeLessThanOrEqual(440)
})
