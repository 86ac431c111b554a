import { expect, test } from 'vitest'
import { moveStatus } from './document-status.ts'

test.each([
  ['draft', 'submit', 'pending'],
  ['pending', 'approve', 'approved'],
  ['pending', 'reject', 'rejected'],
  ['rejected', 'send-back', 'in-revision'],
  ['in-revision', 'submit', 'pending'],
  ['approved', 'revise', 'in-revision'],
  ['approved', 'cancel', 'cancelled'],
  ['cancelled', 'submit', undefined],
  ['draft', 'approve', undefined],
  ['closed', 'revise', undefined],
] as const)('from %s, %s leads to %s', (from, move, to) => {
  expect(moveStatus(from, move)).toBe(to)
})
