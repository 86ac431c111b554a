import { expect, test } from 'vitest'
import { createClaimPasses } from './claim-passes.ts'

test('a worker that has not looked for work yet, or no longer, cannot claim', () => {
  let now = 0
  const passes = createClaimPasses(
    () => now,
    () => undefined,
  )
  expect(passes.succeededWithin(15_000)).toBe(false)
  passes.note()
  now = 15_000
  expect(passes.succeededWithin(15_000)).toBe(true)
  now = 15_001
  expect(passes.succeededWithin(15_000)).toBe(false)
})

test('each beat tells of a pass once, and the first pass is told of without waiting for a beat', () => {
  let firsts = 0
  const passes = createClaimPasses(
    () => 0,
    () => {
      firsts += 1
    },
  )
  expect(passes.anyNew()).toBe(false)
  passes.note()
  passes.note()
  expect([passes.anyNew(), passes.anyNew()]).toEqual([true, false])
  expect(firsts).toBe(1)
})
