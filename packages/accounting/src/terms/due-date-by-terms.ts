import type { PaymentTerms } from './payment-terms.ts'

interface Day {
  year: number
  /** From 1. */
  month: number
  day: number
}

/** The day on which a bill of `date` is due. A day that its month does not have is the month's last. Pure. */
export function dueDateByTerms(date: string, { count, days }: PaymentTerms): string | undefined {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const start = { year, month, day }
  switch (count) {
    case 'days-after-date':
      return write(after(start, days))
    case 'days-after-month':
      return write(after({ ...start, day: lengthOf(start) }, days))
    case 'day-of-month':
      return write(onDay(start, days))
    case 'day-of-next-month':
      return write(onDay(nextMonth(start), days))
  }
}

function after(start: Day, days: number): Day {
  let at = start
  let left = days
  while (at.day + left > lengthOf(at)) {
    left -= lengthOf(at) - at.day + 1
    at = nextMonth(at)
  }
  return { ...at, day: at.day + left }
}

function onDay(month: Day, day: number): Day {
  return { ...month, day: Math.min(Math.max(day, 1), lengthOf(month)) }
}

function nextMonth({ year, month }: Day): Day {
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }
}

function lengthOf({ year, month }: Day): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function write({ year, month, day }: Day): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
