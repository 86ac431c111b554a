import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { recentMonths } from './months.ts'

test('the month is the company’s: an evening in Seattle is no first of the next month', () => {
  const months = recentMonths(DateTime.fromISO('2026-12-01T03:00Z').setZone('America/Los_Angeles'))
  expect(months).toHaveLength(18)
  expect(months.slice(0, 2)).toEqual([
    { value: '2026-11', label: 'November 2026' },
    { value: '2026-10', label: 'October 2026' },
  ])
})
