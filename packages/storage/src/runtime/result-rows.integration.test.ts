import type { StepResult } from '@fieldledger/runtime'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { resultRows } from './result-rows.ts'
import { defineRuntimeModels } from './runtime-models.ts'
import { createRuntimeStores } from './runtime-stores.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  ;({ database, drop } = fresh)
})
afterAll(() => drop())

const scope = companyScope('company')
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second))
const result = (stepId: string, second: number): StepResult => ({
  runId: 'run',
  submissionId: 'submission',
  stepId,
  visit: 1,
  outcome: 'leave',
  at: at(second),
})

test('results of one checkpoint share a row, and are read in their order, those of before they did too', async () => {
  const { stepResults } = defineRuntimeModels(database.connection)
  await database.connection
    .collection('stepResults')
    .insertOne({ ...result('s_old', 1), _id: 'old', companyId: 'company' } as never)
  await insertRows(stepResults, resultRows(scope, [result('s_third', 4), result('s_fourth', 4)]))
  const earlier = resultRows(scope, [result('s_first', 2), result('s_second', 3)])
  expect(earlier).toHaveLength(1)
  await insertRows(stepResults, earlier)
  const { runs } = createRuntimeStores(database).of(scope)
  const read = await runs.results('run')
  expect(read.map(({ stepId }) => stepId)).toEqual(['s_old', 's_first', 's_second', 's_third', 's_fourth'])
  expect(read[1]).toMatchObject({ runId: 'run', submissionId: 'submission', outcome: 'leave', at: at(2) })
})

test('the same visit is not written twice', async () => {
  const { stepResults } = defineRuntimeModels(database.connection)
  const rows = resultRows(scope, [result('s_once', 5)])
  await insertRows(stepResults, rows)
  await expect(insertRows(stepResults, rows)).rejects.toMatchObject({ code: 11_000 })
})

test('a walk of very many steps takes several rows', () => {
  const walk = Array.from({ length: 250 }, (_, step) => result(`s_${step}`, 6))
  expect(resultRows(scope, walk).map(({ results }) => results.length)).toEqual([100, 100, 50])
})
