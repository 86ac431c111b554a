import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { refId } from '../json.ts'

const dayMs = 86_400_000

/** A due date that is not sent is counted by the term of the bill, from its own date (Finance.xsd `Term`). */
export function dueByTerms(bill: JsonObject, realm: Realm): JsonObject {
  const term = realm.find('Term', refId(bill.SalesTermRef) ?? '')
  const from = Date.parse(`${textOf(bill.TxnDate) ?? ''}T00:00:00Z`)
  if (bill.DueDate !== undefined || term === undefined || Number.isNaN(from)) return {}
  return { DueDate: new Date(dueTime(term, from)).toISOString().slice(0, 10) }
}

function dueTime(term: JsonObject, from: number): number {
  if (term.DueDays !== undefined) return from + Number(term.DueDays) * dayMs
  const date = new Date(from)
  const day = Number(term.DayOfMonthDue)
  const onDay = (month: number) => {
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate()
    return Date.UTC(date.getUTCFullYear(), month, Math.min(day, last))
  }
  const due = onDay(date.getUTCMonth())
  const isTooLate = from > due - Number(term.DueNextMonthDays ?? 0) * dayMs
  return isTooLate ? onDay(date.getUTCMonth() + 1) : due
}
