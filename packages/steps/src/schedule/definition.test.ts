import type { ConnectionSummary } from '@fieldledger/workflow'
import { expect, test } from 'vitest'
import { type ScheduleConfig, schedule } from './definition.ts'

const form = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: false, digits: 4 },
  fields: [],
} as const
const initial = schedule.initial({ formType: 'purchase-order' })
const books = { id: 'c1', name: 'Books', providerLabel: 'The Books' } as ConnectionSummary

function problems(change: Partial<ScheduleConfig>) {
  const scope = { form: { ...form, fields: [] }, connections: [books], outletsConnected: [] }
  return schedule.problems({ ...initial, ...change }, scope)
}

test('a time zone that does not exist is refused with a sentence', () => {
  expect(problems({ timeZone: 'Mars/Olympus' })).toEqual([
    expect.objectContaining({
      severity: 'error',
      place: 'timeZone',
      message: 'There is no time zone "Mars/Olympus": choose another one, or the company\'s.',
    }),
  ])
  expect(problems({ timeZone: 'Pacific/Auckland' })).toEqual([])
})

test('what finds nothing is refused: no weekday, no status, a ledger that is gone, ages that exclude each other', () => {
  const filter = { statuses: ['approved'] as const }
  const codes = [
    problems({ recurrence: { every: 'week', on: [], at: '09:00' } }),
    problems({ filter: { statuses: [] } }),
    problems({ filter: { statuses: [...filter.statuses], notYetIn: 'c2' } }),
    problems({ filter: { statuses: [...filter.statuses], atLeastDaysOld: 9, atMostDaysOld: 3 } }),
  ].map(([problem]) => problem?.code)
  expect(codes).toEqual(['no-weekday', 'no-status', 'connection-gone', 'no-age-fits'])
})

test('the card says when and what in one line', () => {
  const filter: ScheduleConfig['filter'] = { statuses: ['approved'], notYetIn: 'c1' }
  const scope = { form: { ...form, fields: [] }, connections: [books] }
  expect(schedule.summary({ ...initial, filter }, scope)).toBe(
    'At the end of every day: approved forms that The Books does not have yet',
  )
  expect(schedule.summary({ ...initial, paused: true }, scope)).toBe('Paused')
})
