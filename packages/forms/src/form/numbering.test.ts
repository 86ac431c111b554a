import { expect, test } from 'vitest'
import { formatNumber } from './numbering.ts'

test('a number is prefix, year and counter, and grows past its digits', () => {
  const pattern = { prefix: 'PO', projectCode: false, year: true, digits: 4 }
  expect(formatNumber({ pattern, year: 2026, counter: 42 })).toBe('PO-2026-0042')
  expect(formatNumber({ pattern, year: 2026, counter: 12_345 })).toBe('PO-2026-12345')
})

test('a project code stands between them when the pattern asks for it', () => {
  const pattern = { prefix: 'SO-', projectCode: true, year: false, digits: 3 }
  expect(formatNumber({ pattern, year: 2026, counter: 7, projectCode: 'PIER9' })).toBe('SO-PIER9-007')
  expect(formatNumber({ pattern, year: 2026, counter: 7 })).toBe('SO-007')
  expect(formatNumber({ pattern, year: 2026, counter: 7, projectCode: ' ' })).toBe('SO-007')
})
