import { DateTime } from 'luxon'
import type { CompanySettings } from './company-settings.ts'

export type InstantStyle = 'date' | 'time' | 'date-time' | 'relative'

/** An instant (ISO, UTC) in the company's zone. */
export function formatInstant(iso: string, options: CompanySettings & { style: InstantStyle }): string {
  const at = DateTime.fromISO(iso, { zone: options.timeZone, locale: options.locale })
  if (!at.isValid) return iso
  if (options.style === 'relative') return relative(at, options.locale) ?? iso
  const shapes = {
    date: DateTime.DATE_MED,
    time: DateTime.TIME_WITH_SECONDS,
    'date-time': DateTime.DATETIME_MED,
  }
  return at.toLocaleString(shapes[options.style])
}

/** Seconds say nothing to a reader, and "0 seconds ago" reads like a fault. */
function relative(at: DateTime, locale: string): string | null {
  if (Math.abs(at.diffNow().as('seconds')) >= 45) return at.toRelative()
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second')
}

/** A calendar date (YYYY-MM-DD) has no zone and is never moved by one. */
export function formatDate(date: string, locale: string): string {
  const day = DateTime.fromISO(date, { zone: 'utc', locale })
  return day.isValid ? day.toLocaleString(DateTime.DATE_MED) : date
}
