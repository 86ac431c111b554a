import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import { dayOf } from '../dates.ts'
import { settleDocument } from './document.ts'
import type { Draft } from './draft.ts'

/** A template of which the ledger makes bills by itself. It has a schedule in the place of dates. */
export function settleRepeatingInvoice(draft: Draft): JsonObject {
  const { input, before, problems } = draft
  const status = textOf(input.Status) ?? textOf(before?.Status) ?? 'DRAFT'
  const type = textOf(before?.Type) ?? textOf(input.Type) ?? ''
  if (type !== 'ACCPAY' && type !== 'ACCREC') problems.push('Invoice type must be specified')
  if (before?.Status === 'DELETED') problems.push('Repeating invoice not of valid status for modification')
  if (before && status === 'DELETED') return { ...before, Status: status }
  const { Date: _date, ...document } = settleDocument(draft, { status, isPosted: status === 'AUTHORISED' })
  return { ...document, Type: type, Schedule: settleSchedule(draft) }
}

function settleSchedule({ input, before, at, problems }: Draft): JsonObject {
  const kept = isObject(before?.Schedule) ? before.Schedule : {}
  const schedule: JsonObject = { ...kept, ...(isObject(input.Schedule) && input.Schedule) }
  for (const name of ['Period', 'Unit', 'DueDate', 'DueDateType'])
    if (schedule[name] === undefined) problems.push(`Schedule ${name} must be specified`)
  const start = dayOf(schedule.StartDate) ?? at.slice(0, 10)
  const next = dayOf(schedule.NextScheduledDate) ?? start
  const end = dayOf(schedule.EndDate)
  return {
    ...schedule,
    StartDate: start,
    NextScheduledDate: next,
    ...(end !== undefined && { EndDate: end }),
  }
}

/** The day of the bill after next. */
export function dayAfterNext(schedule: JsonObject): string {
  const day = new Date(textOf(schedule.NextScheduledDate) ?? '')
  const period = Number(schedule.Period)
  if (schedule.Unit === 'WEEKLY') day.setUTCDate(day.getUTCDate() + 7 * period)
  else day.setUTCMonth(day.getUTCMonth() + period)
  return day.toISOString().slice(0, 10)
}

/** When a bill of that day is due. */
export function dueDateOf(schedule: JsonObject, day: string): string {
  const due = new Date(day)
  const count = Number(schedule.DueDate)
  if (/^DAYSAFTER\w+MONTH$/.test(textOf(schedule.DueDateType) ?? '')) {
    due.setUTCMonth(due.getUTCMonth() + 1, 0)
    due.setUTCDate(due.getUTCDate() + count)
  } else if (schedule.DueDateType === 'OFCURRENTMONTH') due.setUTCDate(count)
  else if (schedule.DueDateType === 'OFFOLLOWINGMONTH') due.setUTCMonth(due.getUTCMonth() + 1, count)
  else due.setUTCDate(due.getUTCDate() + count)
  return due.toISOString().slice(0, 10)
}
