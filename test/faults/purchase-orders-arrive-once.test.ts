import { failpointNames } from '@fieldledger/runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { bootForFaults, type FaultScene } from './chaos/boot-for-faults.ts'
import { killsIn, storm, stormSettings } from './chaos/storm.ts'

/** 500 take 13 minutes here with what follows them, and the whole test may not last longer than 45: `npm run soak` takes any number. */
const kills = 300
const apiKills = 30
const leastHits = 5
/** An idle machine with two cores takes ten minutes; a busy one is waited for, up to this. */
const withinMs = 1_500_000

let scene: FaultScene

beforeAll(async () => {
  scene = await bootForFaults({ env: stormSettings })
}, 240_000)

afterAll(() => scene?.close())

test('rows 1, 2 and 8: purchase orders arrive once each through 300 kills of workers and api and 40 % of posts gone wrong, revised ones once with their new values', async () => {
  const told = await storm({
    scene,
    company: await scene.makeCompany(syncWorkflow),
    orders: 130,
    revised: 30,
    workerKills: kills - apiKills,
    apiKills,
    leastHits,
    withinMs,
  })
  expect(killsIn(told)).toBeGreaterThanOrEqual(kills)
  for (const point of failpointNames)
    expect(told.hits.get(point) ?? 0, point).toBeGreaterThanOrEqual(leastHits)
}, 1_800_000)
