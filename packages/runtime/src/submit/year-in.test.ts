import { expect, test } from 'vitest'
import { yearIn } from './year-in.ts'

const year = (timeZone: string, at: string) => yearIn({ timeZone, at: new Date(at) })

test('each zone changes its year at its own midnight, also where that is no full hour of UTC', () => {
  expect([year('UTC', '2026-12-31T23:59:59Z'), year('UTC', '2027-01-01T00:00:00Z')]).toEqual([2026, 2027])
  const nepal = ['2026-12-31T18:14:59Z', '2026-12-31T18:15:00Z'].map((at) => year('Asia/Kathmandu', at))
  expect(nepal).toEqual([2026, 2027])
  expect(year('America/New_York', '2027-01-01T04:59:59Z')).toBe(2026)
})
