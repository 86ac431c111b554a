import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { describeRecurrence } from './describe-recurrence.ts'
import { nextFire } from './next-fire.ts'
import type { Recurrence } from './recurrence.ts'

const chicago = 'America/Chicago'
const auckland = 'Pacific/Auckland'

/** The first `count` moments after a local time, as local times with their offset. */
function moments(recurrence: Recurrence, from: { local: string; zone: string; count: number }): string[] {
  const found: string[] = []
  let after = DateTime.fromISO(from.local, { zone: from.zone }).toJSDate()
  for (let taken = 0; taken < from.count; taken++) {
    const next = nextFire(recurrence, { after, zone: from.zone })
    if (next === undefined) break
    found.push(DateTime.fromJSDate(next, { zone: from.zone }).toFormat('yyyy-MM-dd HH:mm ZZ'))
    after = next
  }
  return found
}

describe('days on which the clocks change', () => {
  test.each([
    // 2026-03-08 and 2026-11-01 in Chicago; 2026-04-05 (back) and 2026-09-27 (forward) in Auckland.
    [chicago, '2026-03-07T12:00', ['2026-03-08 00:00 -06:00', '2026-03-09 00:00 -05:00']],
    [chicago, '2026-10-31T12:00', ['2026-11-01 00:00 -05:00', '2026-11-02 00:00 -06:00']],
    [auckland, '2026-04-04T12:00', ['2026-04-05 00:00 +13:00', '2026-04-06 00:00 +12:00']],
    [auckland, '2026-09-26T12:00', ['2026-09-27 00:00 +12:00', '2026-09-28 00:00 +13:00']],
  ])('S3-13 the day of %s ends at its own midnight, from %s', (zone, local, expected) => {
    expect(moments({ every: 'end-of-day' }, { local, zone, count: 2 })).toEqual(expected)
  })

  test('a time that the spring change leaves out happens once, an hour later', () => {
    const early: Recurrence = { every: 'day', at: '02:30' }
    expect(moments(early, { local: '2026-03-07T12:00', zone: chicago, count: 2 })).toEqual([
      '2026-03-08 03:30 -05:00',
      '2026-03-09 02:30 -05:00',
    ])
    expect(moments(early, { local: '2026-09-26T12:00', zone: auckland, count: 2 })).toEqual([
      '2026-09-27 03:30 +13:00',
      '2026-09-28 02:30 +13:00',
    ])
  })

  test('a time that the autumn change shows twice happens once', () => {
    expect(
      moments({ every: 'day', at: '01:30' }, { local: '2026-10-31T12:00', zone: chicago, count: 2 }),
    ).toEqual(['2026-11-01 01:30 -05:00', '2026-11-02 01:30 -06:00'])
    expect(
      moments({ every: 'day', at: '02:30' }, { local: '2026-04-04T12:00', zone: auckland, count: 2 }),
    ).toEqual(['2026-04-05 02:30 +13:00', '2026-04-06 02:30 +12:00'])
  })

  test.each([
    [chicago, '2026-03-08', 23],
    [chicago, '2026-11-01', 25],
    [auckland, '2026-04-05', 25],
    [auckland, '2026-09-27', 23],
  ])('S3-14 every hour happens as often as %s has hours on %s', (zone, day, hours) => {
    const all = moments({ every: 'hours', count: 1 }, { local: `${day}T00:00`, zone, count: 26 })
    expect(all.filter((moment) => moment.startsWith(day))).toHaveLength(hours - 1)
  })
})

test('working days leave out the weekend, months end on their own last day', () => {
  expect(
    moments({ every: 'working-day', at: '17:00' }, { local: '2026-11-26T17:00', zone: chicago, count: 2 }),
  ).toEqual(['2026-11-27 17:00 -06:00', '2026-11-30 17:00 -06:00'])
  expect(
    moments(
      { every: 'month', on: 'last-day', at: '08:00' },
      { local: '2027-01-31T09:00', zone: chicago, count: 2 },
    ),
  ).toEqual(['2027-02-28 08:00 -06:00', '2027-03-31 08:00 -05:00'])
  expect(
    moments({ every: 'month', on: 31, at: '08:00' }, { local: '2027-04-01T09:00', zone: chicago, count: 1 }),
  ).toEqual(['2027-04-30 08:00 -05:00'])
  expect(
    moments(
      { every: 'week', on: [1, 3], at: '09:15' },
      { local: '2026-11-26T12:00', zone: chicago, count: 2 },
    ),
  ).toEqual(['2026-11-30 09:15 -06:00', '2026-12-02 09:15 -06:00'])
})

test('a zone that does not exist, and a week without a day, never come', () => {
  expect(nextFire({ every: 'end-of-day' }, { after: new Date(), zone: 'Mars/Olympus' })).toBeUndefined()
  expect(nextFire({ every: 'week', on: [], at: '09:00' }, { after: new Date(), zone: 'UTC' })).toBeUndefined()
})

test('a recurrence reads as people say it', () => {
  const all: Recurrence[] = [
    { every: 'hours', count: 1 },
    { every: 'minutes', count: 15 },
    { every: 'working-day', at: '17:00' },
    { every: 'week', on: [5, 1], at: '09:00' },
    { every: 'month', on: 'last-day', at: '08:00' },
    { every: 'month', on: 22, at: '08:00' },
    { every: 'end-of-day' },
  ]
  expect(all.map(describeRecurrence)).toEqual([
    'every hour',
    'every 15 minutes',
    'every working day at 17:00',
    'every Monday and Friday at 09:00',
    'on the last day of every month at 08:00',
    'on the 22nd of every month at 08:00',
    'at the end of every day',
  ])
})

test.each([
  ['Europe/Berlin', '2026-10-24T12:00', '02:30', ['2026-10-25 02:30 +02:00', '2026-10-26 02:30 +01:00']],
  ['America/New_York', '2026-10-31T12:00', '01:30', ['2026-11-01 01:30 -04:00', '2026-11-02 01:30 -05:00']],
  ['Europe/Berlin', '2026-03-28T12:00', '02:30', ['2026-03-29 03:30 +02:00', '2026-03-30 02:30 +02:00']],
  ['America/New_York', '2026-03-07T12:00', '02:30', ['2026-03-08 03:30 -04:00', '2026-03-09 02:30 -04:00']],
])('S3-14 in %s, from %s, %s comes once on the day when the clocks change', (zone, local, at, expected) => {
  expect(moments({ every: 'day', at }, { local, zone, count: 2 })).toEqual(expected)
})
