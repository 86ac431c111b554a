import { expect, test } from 'vitest'
import type { WaitConfig } from './definition.ts'
import { waitEnd } from './wait-end.ts'

const zone = 'America/Chicago'
const end = (config: WaitConfig, since = '2026-03-07T16:00:00Z', values = {}, at = zone) =>
  waitEnd(config, { since: new Date(since), zone: at, values })
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

test.each([
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ['Europe/Berlin', '2027-10-31', '02:00', '2027-10-31T00:00:00Z'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00Z'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z'],
  ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
])('in %s on %s the clock shows %s for the first time at %s', (at, date, time, instant) => {
  expect(end({ until: 'date', date, time }, undefined, {}, at)).toBe(instant)
  const dayBefore = new Date(Date.parse(instant) - 30 * 3_600_000).toISOString()
  expect(end({ until: 'field', field: 'f_needed1', time }, dayBefore, { f_needed1: date }, at)).toBe(instant)
})

test('a day later is the first of the two equal hours of that night', () => {
  const berlin = 'Europe/Berlin'
  const aDay: WaitConfig = { until: 'duration', amount: 1, unit: 'days' }
  expect(end(aDay, '2026-10-24T00:30:00Z', {}, berlin)).toBe('2026-10-25T00:30:00Z')
  expect(end(aDay, '2026-10-25T01:30:00Z', {}, berlin)).toBe('2026-10-26T01:30:00Z')
  expect(end({ until: 'duration', amount: 2, unit: 'hours' }, '2026-10-25T00:30:00Z', {}, berlin)).toBe(
    '2026-10-25T02:30:00Z',
  )
})
