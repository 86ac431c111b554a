import { expect, test } from 'vitest'
import type { WaitConfig } from './definition.ts'
import { waitEnd } from './wait-end.ts'

const zone = 'America/Chicago'
const end = (config: WaitConfig, since = '2026-03-07T16:00:00Z', values = {}) =>
  waitEnd(config, { since: new Date(since), zone, values })
    ?.toUTC()
    .toISO({ suppressMilliseconds: true })

test('days are days of the calendar, hours are hours, also over the night in which the clock is changed', () => {
  expect(end({ until: 'duration', amount: 1, unit: 'days' })).toBe('2026-03-08T15:00:00Z')
  expect(end({ until: 'duration', amount: 24, unit: 'hours' })).toBe('2026-03-08T16:00:00Z')
  expect(end({ until: 'duration', amount: 1, unit: 'days' }, '2026-10-31T15:00:00Z')).toBe(
    '2026-11-01T16:00:00Z',
  )
})

test('a date is waited for by the clock of the company, a time that the change skips is the next that exists', () => {
  expect(end({ until: 'date', date: '2026-12-01', time: '09:00' })).toBe('2026-12-01T15:00:00Z')
  expect(end({ until: 'date', date: '2026-07-01' })).toBe('2026-07-01T05:00:00Z')
  expect(end({ until: 'date', date: '2026-03-08', time: '02:30' })).toBe('2026-03-08T08:30:00Z')
})

test('a date field is waited for, an empty one is not', () => {
  const config: WaitConfig = { until: 'field', field: 'f_needed1', time: '07:30' }
  expect(end(config, undefined, { f_needed1: '2026-06-15' })).toBe('2026-06-15T12:30:00Z')
  expect(end(config)).toBeUndefined()
})
