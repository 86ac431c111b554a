import { expect, test } from 'vitest'
import { inLines } from './exploration.ts'
import { explore } from './explore.ts'
import { keptSeeds, seedsFolder } from './kept-seeds.ts'

/** On demand a million: `npm run simulate -- --schedules 1000000`. */
const schedules = 100_000

test('every seed that failed once stays green', async () => {
  const kept = keptSeeds()
  expect(kept.length).toBeGreaterThan(0)
  const { red, schedules: replayed } = await explore({ name: 'kept', kept })
  expect(red).toEqual([])
  expect(replayed).toBe(kept.length)
})

test('a hundred thousand schedules: nothing is lost, nothing doubled, nothing held beyond its lease, all are told', async () => {
  const found = await explore({ name: 'schedules', schedules, seeds: seedsFolder })
  console.log(inLines(found).join('\n'))
  expect(found.red.slice(0, 10)).toEqual([])
  expect(found.schedules).toBeGreaterThanOrEqual(schedules)
  // A run in which nothing went wrong would prove nothing.
  expect(Object.keys(found.faults).length).toBeGreaterThanOrEqual(16)
  expect(found.interleavings).toBeGreaterThan(schedules * 0.9)
})
