import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import { type Timers, timersDue } from './approval-timers.ts'

const approvers = { roles: ['approver' as const], people: [] }
const timers: Timers = {
  approvers,
  reminders: { every: 4, unit: 'hours' },
  escalate: { after: 1, unit: 'days', to: { roles: ['admin'], people: [] } },
}
const since = new Date('2026-11-26T08:00:00Z')
function after(hours: number, memo?: Record<string, unknown>) {
  const step = { id: 's_appr', name: 'Approval', visit: 1, since, ...(memo === undefined ? {} : { memo }) }
  const due = timersDue(timers, stepContext({ step, now: new Date(since.getTime() + hours * 3_600_000) }))
  return { ...due, codes: due.stamps?.map(({ code }) => code), at: due.until?.toISOString().slice(0, 13) }
}

test('each reminder comes once, whoever wakes the run in between', () => {
  expect(after(1)).toMatchObject({ codes: [], at: '2026-11-26T12' })
  const first = after(5)
  expect(first).toMatchObject({ codes: ['approval-reminded'], at: '2026-11-26T16' })
  expect(after(6, first.memo)).toMatchObject({ codes: [], at: '2026-11-26T16' })
})

test('several that were missed while the worker was down are one', () => {
  expect(after(13).codes).toEqual(['approval-reminded'])
})

test('it escalates once, and reminds on', () => {
  const late = after(25, { reminded: 5, escalated: false })
  expect(late.codes).toEqual(['approval-reminded', 'approval-escalated'])
  expect(late.changes?.map(({ change }) => change)).toEqual(['notify', 'widen-open-tasks', 'notify'])
  expect(after(26, late.memo)).toMatchObject({ codes: [], at: '2026-11-27T12' })
})

test('an approval without timers is woken by its tasks alone', () => {
  expect(timersDue({ approvers }, stepContext())).toEqual({})
})
