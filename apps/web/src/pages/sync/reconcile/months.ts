import type { DateTime } from 'luxon'

const shown = 18

/** The month of that day and those before it, newest first: "2026-11" and "November 2026". */
export function recentMonths(today: DateTime): { value: string; label: string }[] {
  return Array.from({ length: shown }, (_, months) => {
    const first = today.startOf('month').minus({ months })
    return { value: first.toFormat('yyyy-MM'), label: first.toFormat('LLLL yyyy') }
  })
}
