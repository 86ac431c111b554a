import { expect, test } from 'vitest'
import { formatInstant } from './format-instant.ts'

const office = { timeZone: 'America/Los_Angeles', locale: 'en-US', style: 'relative' } as const
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()

test('what has just happened is now; nobody counts its seconds', () => {
  expect(formatInstant(ago(0), office)).toBe('now')
  expect(formatInstant(ago(20), office)).toBe('now')
  expect(formatInstant(ago(180), office)).toBe('3 minutes ago')
})
