import { expect, test } from 'vitest'
import { retryWaits, standardRetry, waitInWords } from './retry-policy.ts'

test('the waits are shown as they will be', () => {
  expect(retryWaits(standardRetry).map(waitInWords)).toEqual(['0:30', '2:00', '8:00'])
  expect(retryWaits({ times: 2, firstSeconds: 3600, factor: 2 }).map(waitInWords)).toEqual([
    '1:00:00',
    '2:00:00',
  ])
  expect(retryWaits({ times: 0, firstSeconds: 30, factor: 4 })).toEqual([])
})

test('no wait is longer than a week', () => {
  expect(Math.max(...retryWaits({ times: 10, firstSeconds: 86_400, factor: 10 }))).toBe(7 * 86_400)
})
