import { expect, test, vi } from 'vitest'
import { restBehindCommit } from './rest-behind-commit.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: (milliseconds: number) => milliseconds }))

test('nobody rests behind a few; behind many it is two milliseconds for each beyond twenty, forty at most', () => {
  expect([1, 20, 21, 30, 40, 200].map(restBehindCommit)).toEqual([undefined, undefined, 2, 20, 40, 40])
})
