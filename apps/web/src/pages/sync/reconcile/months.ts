const shown = 18

/** This month and those before it, newest first: "2026-11" and "November 2026". */
export function recentMonths(today: Date): { value: string; label: string }[] {
  return Array.from({ length: shown }, (_, back) => {
    const first = new Date(Date.UTC(today.getFullYear(), today.getMonth() - back, 1))
    return {
      value: first.toISOString().slice(0, 7),
      label: new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first),
    }
  })
}
