import { expect, test } from 'vitest'
import { restMsBehindCommit } from './rest-ms-behind-commit.ts'

test('nobody rests behind a few; behind many it is two milliseconds for each beyond twenty, forty at most', () => {
  expect([1, 20, 21, 30, 40, 200].map(restMsBehindCommit)).toEqual([0, 0, 2, 20, 40, 40])
})
