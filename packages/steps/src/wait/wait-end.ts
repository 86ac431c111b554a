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
 * company's calendar, also where the clock is changed meanwhile; a time that the change skips is the next that exists.
 */
export function waitEnd(config: WaitConfig, { since, zone, values }: Waiting): DateTime | undefined {
  if (config.until === 'duration') {
    const { amount = 0, unit = 'minutes' } = config
    return DateTime.fromJSDate(since, { zone }).plus({ [unit]: amount })
  }
  const date = config.until === 'date' ? config.date : dateIn(values, config.field)
  if (date === undefined || date === '') return undefined
  return DateTime.fromISO(`${date}T${config.time ?? '00:00'}`, { zone })
}

function dateIn(values: SubmissionValues, field: string | undefined): string | undefined {
  const value = field !== undefined && Object.hasOwn(values, field) ? values[field] : undefined
  return typeof value === 'string' ? value : undefined
}
