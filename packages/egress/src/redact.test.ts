import { expect, test } from 'vitest'
import { redactHeaders, redactText, redactValue } from './redact.ts'

const jwt = `eyJhbGciOiJIUzI1NiJ9.${'abc1'.repeat(10)}.sig`

test('tokens are hidden by name and by their looks', () => {
  expect(redactHeaders({ Authorization: `Bearer ${jwt}`, Accept: 'application/json' })).toEqual({
    Authorization: '[redacted]',
    Accept: 'application/json',
  })
  expect(redactText('at mongodb://ledger:hunter2@db:27017/x')).toBe(
    'at mongodb://ledger:[redacted]@db:27017/x',
  )
  expect(redactText(`sent Bearer ${jwt} to them`)).not.toContain('abc1')
  expect(redactValue({ access_token: 'x', list: [{ refresh_token: 'y', note: jwt }] })).toEqual({
    access_token: '[redacted]',
    list: [{ refresh_token: '[redacted]', note: '[redacted]' }],
  })
})

test('what an accountant needs to read stays readable', () => {
  const body = { SyncToken: '3', code: '6240', DocNumber: 'PO-2026-0042', requestid: 'f'.repeat(36) }
  expect(redactValue(body)).toEqual(body)
  expect(redactText('-'.repeat(80))).toBe('-'.repeat(80))
})
