/** One thing that a step worked with at a visit, in words, for whoever looks at the run. Never a secret. */
export interface UsedValue {
  name: string
  value: string
}

const mostValues = 20
const longestName = 120
const longestValue = 1000
const mostText = 4000

/** So much of it is kept with the visit: enough to see what was used, and no row grows by it. */
export function keptOfUsed(used: readonly UsedValue[]): UsedValue[] {
  let left = mostText
  return used.slice(0, mostValues).map(({ name, value }) => {
    const kept = cut(value, Math.min(longestValue, left))
    left = Math.max(0, left - kept.length)
    return { name: cut(name, longestName), value: kept }
  })
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
