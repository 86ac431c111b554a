import type { Recurrence } from './recurrence.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** "every working day at 17:00", "on the last day of every month at 08:00" */
export function describeRecurrence(recurrence: Recurrence): string {
  switch (recurrence.every) {
    case 'minutes':
      return `every ${recurrence.count} minutes`
    case 'hours':
      return recurrence.count === 1 ? 'every hour' : `every ${recurrence.count} hours`
    case 'day':
      return `every day at ${recurrence.at}`
    case 'end-of-day':
      return 'at the end of every day'
    case 'working-day':
      return `every working day at ${recurrence.at}`
    case 'week':
      return `every ${listed(recurrence.on)} at ${recurrence.at}`
    case 'month':
      return `on ${recurrence.on === 'last-day' ? 'the last day' : `the ${ordinal(recurrence.on)}`} of every month at ${recurrence.at}`
  }
}

function listed(on: readonly number[]): string {
  const names = on.toSorted((one, other) => one - other).map((day) => days[day - 1])
  return names.length <= 1 ? (names[0] ?? 'week') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

export function ordinal(day: number): string {
  const teens = day >= 11 && day <= 13
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
