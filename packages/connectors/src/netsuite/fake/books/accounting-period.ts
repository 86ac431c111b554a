/** A month of the books, or the quarter or year that it is of. */
export interface AccountingPeriod {
  name: string
  startDate: string
  endDate: string
  is: 'month' | 'quarter' | 'year'
}

const years = Array.from({ length: 8 }, (_, n) => 2024 + n)

/** The calendar of the practice companies: whole months, four quarters, one year. */
export const accountingPeriods: readonly AccountingPeriod[] = years.flatMap((year) => [
  span(year, { name: `FY ${year}`, from: 0, months: 12, is: 'year' }),
  ...[0, 3, 6, 9].map((from) =>
    span(year, { name: `Q${from / 3 + 1} ${year}`, from, months: 3, is: 'quarter' }),
  ),
  ...Array.from({ length: 12 }, (_, from) =>
    span(year, { name: monthName(year, from), from, months: 1, is: 'month' }),
  ),
])

/** All of it lies in what was closed. */
export function isClosed({ endDate }: AccountingPeriod, closedThrough: string | null): boolean {
  return closedThrough !== null && endDate <= closedThrough
}

export function isInClosedPeriod(day: string, closedThrough: string | null): boolean {
  return accountingPeriods.some(
    (period) =>
      period.is === 'month' &&
      period.startDate <= day &&
      day <= period.endDate &&
      isClosed(period, closedThrough),
  )
}

function span(
  year: number,
  { name, from, months, is }: Pick<AccountingPeriod, 'name' | 'is'> & { from: number; months: number },
): AccountingPeriod {
  return { name, startDate: dayOf([year, from, 1]), endDate: dayOf([year, from + months, 0]), is }
}

function dayOf(parts: [year: number, month: number, day: number]): string {
  return new Date(Date.UTC(...parts)).toISOString().slice(0, 10)
}

function monthName(year: number, month: number): string {
  const name = new Date(Date.UTC(year, month, 1)).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
  return `${name} ${year}`
}
