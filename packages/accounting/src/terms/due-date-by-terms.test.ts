import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueDateByTerms } from './due-date-by-terms.ts'

test.each([
  ['30 days', '2026-11-27', { count: 'days-after-date', days: 30 }, '2026-12-27'],
  ['30 days over a year’s end', '2026-12-15', { count: 'days-after-date', days: 30 }, '2027-01-14'],
  ['30 days over a leap February', '2028-01-31', { count: 'days-after-date', days: 30 }, '2028-03-01'],
  ['30 days over a short February', '2027-01-31', { count: 'days-after-date', days: 30 }, '2027-03-02'],
  ['at once', '2026-11-27', { count: 'days-after-date', days: 0 }, '2026-11-27'],
  ['0 days after the month', '2027-02-03', { count: 'days-after-month', days: 0 }, '2027-02-28'],
  ['10 days after the month', '2026-12-31', { count: 'days-after-month', days: 10 }, '2027-01-10'],
  ['45 days after the month', '2026-01-05', { count: 'days-after-month', days: 45 }, '2026-03-17'],
  ['the 20th of the month', '2026-11-27', { count: 'day-of-month', days: 20 }, '2026-11-20'],
  ['the 31st of a month of 30', '2026-11-27', { count: 'day-of-month', days: 31 }, '2026-11-30'],
  ['the 31st of February', '2100-01-31', { count: 'day-of-next-month', days: 31 }, '2100-02-28'],
  ['the 29th of a leap February', '2028-01-31', { count: 'day-of-next-month', days: 31 }, '2028-02-29'],
  ['the 15th of January', '2026-12-31', { count: 'day-of-next-month', days: 15 }, '2027-01-15'],
] as const)('%s', (_what, date, terms, due) => {
  expect(dueDateByTerms(date, terms)).toBe(due)
})

test('days after a date are counted as the calendar counts them', () => {
  const dayMs = 86_400_000
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 3650 }), (from, days) => {
      const text = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)
      const terms = { count: 'days-after-date', days } as const
      expect(dueDateByTerms(text(from), terms)).toBe(text(from + days))
    }),
  )
})

test('what is no date has no due date', () => {
  expect(dueDateByTerms('soon', { count: 'days-after-date', days: 30 })).toBeUndefined()
})
