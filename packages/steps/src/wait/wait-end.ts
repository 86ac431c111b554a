import type { SubmissionValues } from '@fieldledger/forms'
import { DateTime } from 'luxon'
import type { WaitConfig } from './definition.ts'

interface Waiting {
  since: Date
  zone: string
  values: SubmissionValues
}

/**
 * When the waiting is over; undefined = the form names no date, so there is nothing to wait for. Days are days on the
 * company's calendar, also where the clock is changed meanwhile; a time that the change skips is the next that exists, and
 * of one that it shows twice the first is meant, as with schedules.
 */
export function waitEnd(config: WaitConfig, { since, zone, values }: Waiting): DateTime | undefined {
  if (config.until === 'duration') {
    const { amount = 0, unit = 'minutes' } = config
    const end = DateTime.fromJSDate(since, { zone }).plus({ [unit]: amount })
    return unit === 'days' || unit === 'weeks' ? firstOf(end) : end
  }
  const date = config.until === 'date' ? config.date : dateIn(values, config.field)
  if (date === undefined || date === '') return undefined
  return firstOf(DateTime.fromISO(`${date}T${config.time ?? '00:00'}`, { zone }))
}

// Which of two equal clock times luxon takes depends on today's offset.
function firstOf(shown: DateTime): DateTime {
  return shown.isValid ? (shown.getPossibleOffsets()[0] ?? shown) : shown
}

function dateIn(values: SubmissionValues, field: string | undefined): string | undefined {
  const value = field !== undefined && Object.hasOwn(values, field) ? values[field] : undefined
  return typeof value === 'string' ? value : undefined
}
