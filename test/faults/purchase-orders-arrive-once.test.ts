import { failpointNames } from '@fieldledger/runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootForStorm, type StormScene } from './chaos/boot-for-storm.ts'
import { killsIn, storm } from './chaos/storm.ts'

const kills = 500
const apiKills = 40
const leastHits = 5
/** A busy machine is waited for, up to this. */
const withinMs = 1_500_000

let scene: StormScene

beforeAll(async () => {
  scene = await bootForStorm()
}, 240_000)

afterAll(() => scene?.close())

test('rows 1, 2 and 8: purchase orders arrive once each through 500 kills of workers and api and 40 % of posts gone wrong, revised ones once with their new values', async () => {
  const { told, judge } = await storm({
    scene,
    workerKills: kills - apiKills,
    apiKills,
    leastHits,
    withinMs,
  })
  await judge()
  expect(killsIn(told)).toBeGreaterThanOrEqual(kills)
  for (const point of failpointNames)
    expect(told.hits.get(point) ?? 0, point).toBeGreaterThanOrEqual(leastHits)
}, 1_800_000)
