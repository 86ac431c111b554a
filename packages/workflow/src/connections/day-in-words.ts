import { DateTime } from 'luxon'

/** A calendar date as people write it: "Nov 23, 2026", as on every page. */
export function dayInWords(date: string): string {
  const day = DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' })
  return day.isValid ? day.toLocaleString(DateTime.DATE_MED) : date
}
