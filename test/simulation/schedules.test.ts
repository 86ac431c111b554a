import { expect, test } from 'vitest'
import { inLines } from './exploration.ts'
import { explore } from './explore.ts'
import { keptSeeds, seedsFolder } from './kept-seeds.ts'
import { firstSplitSeed } from './world/plan.ts'

/** A hundred thousand; on demand a million: `npm run simulate -- --schedules 1000000`. */
const schedules = 98_000
const splitSchedules = 2000

test('every seed that failed once stays green', async () => {
  const kept = keptSeeds()
  expect(kept.length).toBeGreaterThan(0)
  const { red, schedules: replayed } = await explore({ name: 'kept', kept })
  expect(red).toEqual([])
  expect(replayed).toBe(kept.length)
})

test('98,000 schedules: nothing is lost, nothing doubled, nothing held beyond its lease, all are told', async () => {
  const found = await explore({ name: 'schedules', schedules, seeds: seedsFolder })
  console.log(inLines(found).join('\n'))
  expect(found.red.slice(0, 10)).toEqual([])
  expect(found.schedules).toBeGreaterThanOrEqual(schedules)
  // A run in which nothing went wrong would prove nothing.
  expect(Object.keys(found.faults).length).toBeGreaterThanOrEqual(16)
  expect(found.interleavings).toBeGreaterThan(schedules * 0.9)
})

test('2,000 schedules in which each form is split: one order for each vendor, none lost and none doubled, and the form closed', async () => {
  const split = { first: firstSplitSeed, schedules: splitSchedules }
  const found = await explore({ name: 'splits', ...split, seeds: seedsFolder })
  console.log(inLines(found).join('\n'))
  expect(found.red.slice(0, 10)).toEqual([])
  expect(found.schedules).toBeGreaterThanOrEqual(splitSchedules)
})
