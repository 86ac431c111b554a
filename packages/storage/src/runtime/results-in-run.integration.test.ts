import type { Run, StepResult } from '@fieldledger/runtime'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { newRun, resultOf } from '../testing/new-run.ts'
import { defineRuntimeModels } from './runtime-models.ts'
import { createRuntimeStores } from './runtime-stores.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const scope = companyScope('company')
const began = new Date(Date.UTC(2026, 0, 1, 12))
const later = (seconds: number) => new Date(began.getTime() + seconds * 1000)
const rowsOf = (runId: string) =>
  defineRuntimeModels(database.connection).stepResults.countDocuments({ companyId: 'company', runId })
const store = () => createRuntimeStores(database).of(scope).runs
const stepsOf = async (run: Run) => (await store().results(run.id)).map(({ stepId }) => stepId)

/** A checkpoint of a run that goes on at once under the same claim. */
function goingOn(
  run: Run,
  { results, visits = run.visits }: { results: StepResult[]; visits?: Run['visits'] },
) {
  return { run, state: 'active' as const, tokens: [], visits, due: 'goes-on' as const, results }
}

async function begunRun(): Promise<Run> {
  const run = newRun(v7(), began)
  await store().insert(run, [resultOf(run, 's_first', began)])
  return run
}

test('what the first steps left stands in the run and takes no row; what comes of a run is not told elsewhere', async () => {
  const run = await begunRun()
  await store().checkpoint(
    goingOn(run, { results: [resultOf(run, 's_second', later(1)), resultOf(run, 's_third', later(1))] }),
  )
  expect(await stepsOf(run)).toEqual(['s_first', 's_second', 's_third'])
  expect(await rowsOf(run.id)).toBe(0)
  expect(await store().get(run.id)).not.toHaveProperty('results')
  expect(await createRuntimeStores(database).of(companyScope('other')).runs.results(run.id)).toEqual([])
})

test('the same walk is not written twice', async () => {
  const run = await begunRun()
  const walk = goingOn(run, { results: [resultOf(run, 's_second', later(1))] })
  expect([await store().checkpoint(walk), await store().checkpoint(walk)]).toEqual([true, false])
  expect(await stepsOf(run)).toEqual(['s_first', 's_second'])
})

test('a long loop, a step that is tried again and again, and a run of days leave rows; all is read in its order', async () => {
  const run = await begunRun()
  const second = resultOf(run, 's_second', later(1))
  await store().checkpoint(goingOn(run, { results: [{ ...second, outcome: 'fail', failure: 1 }] }))
  expect(await rowsOf(run.id)).toBe(1)
  await store().checkpoint(
    goingOn(run, { results: [resultOf(run, 's_third', later(2))], visits: { s_loop: 31 } }),
  )
  expect(await rowsOf(run.id)).toBe(2)
  await store().checkpoint(goingOn(run, { results: [resultOf(run, 's_fourth', later(90_000))] }))
  expect(await rowsOf(run.id)).toBe(3)
  await store().checkpoint(goingOn(run, { results: [resultOf(run, 's_fifth', later(3))] }))
  expect(await stepsOf(run)).toEqual(['s_first', 's_second', 's_third', 's_fifth', 's_fourth'])
})
