import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { refuse } from '../fault-catalogue.ts'

const dates = ['TxnDate', 'DueDate', 'ExpectedDate', 'InvStartDate']

/** The schema knows only what a date looks like; 2026-02-30 looks like one. */
export function checkDates(input: JsonObject): void {
  for (const property of dates) {
    const value = textOf(input[property])
    if (value !== undefined && value !== '' && !isCalendarDate(value)) throw refuse.badProperty(property)
  }
}

function isCalendarDate(value: string): boolean {
  const day = value.slice(0, 10)
  const instant = Date.parse(`${day}T00:00:00Z`)
  return (
    !Number.isNaN(Date.parse(value)) &&
    !Number.isNaN(instant) &&
    new Date(instant).toISOString().startsWith(day)
  )
}
