import { DateTime } from 'luxon'
import type { Recurrence } from './recurrence.ts'

/** Every recurrence but an empty week comes round within a month and a day. */
const mostDaysAhead = 63

/**
 * The first moment after `after` at which it happens, by the clocks of that zone. A time that the spring change leaves
 * out happens as much later as the clocks jump; one that the autumn change shows twice happens the first time alone.
 * undefined = the zone does not exist, or no day is chosen.
 */
export function nextFire(recurrence: Recurrence, when: { after: Date; zone: string }): Date | undefined {
  const after = DateTime.fromJSDate(when.after, { zone: when.zone })
  if (!after.isValid) return undefined
  if (recurrence.every === 'minutes' || recurrence.every === 'hours') return nextInterval(recurrence, after)
  for (let ahead = 0; ahead <= mostDaysAhead; ahead++) {
    const day = after.startOf('day').plus({ days: ahead })
    const fires = fits(recurrence, day) ? momentOn(recurrence, day) : undefined
    if (fires !== undefined && fires > after) return fires.toJSDate()
  }
  return undefined
}

/** Counted in elapsed time from midnight, so that a day of 23 or 25 hours has that many hourly ones. */
function nextInterval(recurrence: { every: 'minutes' | 'hours'; count: number }, after: DateTime): Date {
  const midnight = after.startOf('day')
  const tomorrow = midnight.plus({ days: 1 })
  const step = recurrence.count * (recurrence.every === 'hours' ? 3_600_000 : 60_000)
  const passed = Math.floor((after.toMillis() - midnight.toMillis()) / step)
  return new Date(Math.min(midnight.toMillis() + (passed + 1) * step, tomorrow.toMillis()))
}

type Daily = Exclude<Recurrence, { every: 'minutes' | 'hours' }>

function fits(recurrence: Daily, day: DateTime): boolean {
  switch (recurrence.every) {
    case 'working-day':
      return day.weekday <= 5
    case 'week':
      return recurrence.on.includes(day.weekday)
    case 'month': {
      const last = day.endOf('month').day
      return day.day === (recurrence.on === 'last-day' ? last : Math.min(recurrence.on, last))
    }
    default:
      return true
  }
}

function momentOn(recurrence: Daily, day: DateTime): DateTime {
  if (recurrence.every === 'end-of-day') return day.plus({ days: 1 }).startOf('day')
  const [hour = 0, minute = 0] = recurrence.at.split(':').map(Number)
  // Built from its parts: added to midnight it would be an hour off on the days when the clocks change.
  const shown = DateTime.fromObject(
    { year: day.year, month: day.month, day: day.day, hour, minute },
    { zone: day.zoneName ?? 'UTC' },
  )
  // Which of two equal clock times luxon takes depends on today's offset; the first one is what was promised.
  return shown.getPossibleOffsets()[0] ?? shown
}
