import { DateTime } from 'luxon'

/** Every zone's offset is made of these, so that a year begins with one of them everywhere. */
const quarterMs = 15 * 60_000
const mostKept = 1000
const kept = new Map<string, number>()

/** The year that people write at this moment there. Looked up once a quarter of an hour: a zone costs as much as a form. */
export function yearIn({ timeZone, at }: { timeZone: string; at: Date }): number {
  const key = `${timeZone}|${Math.floor(at.getTime() / quarterMs)}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const { year } = DateTime.fromJSDate(at, { zone: timeZone })
  kept.set(key, year)
  return year
}
