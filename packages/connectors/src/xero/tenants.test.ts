import { expect, test } from 'vitest'
import { tenantOf } from './tenants.ts'

const tenant = (end: string) => `8be9db36-3598-4755-ba5c-c2dbc8c4a7${end}`
const row = (end: string, authEventId: string, tenantType = 'ORGANISATION') => ({
  id: `c${end}`,
  authEventId,
  tenantId: tenant(end),
  tenantType,
})
const token = (event: string) =>
  `head.${Buffer.from(JSON.stringify({ authentication_event_id: event })).toString('base64url')}.sign`
const refusal = (call: () => unknown) => {
  try {
    return call()
  } catch (error) {
    return error
  }
}

test('of all organisations of earlier consents, the one of this consent is connected', () => {
  const rows = [row('a1', 'before'), row('a2', 'now'), row('a3', 'now', 'PRACTICE')]
  expect(tenantOf(JSON.stringify(rows), token('now'))).toBe(tenant('a2'))
})

test('a token that says nothing leaves the only organisation', () => {
  expect(tenantOf(JSON.stringify([row('a1', 'x')]), 'opaque')).toBe(tenant('a1'))
})

test.each([
  ['none', [], 'reconnect-needed'],
  ['several', [row('a1', 'now'), row('a2', 'now')], 'several-companies'],
  ['a hostile list', [{ tenantId: '../../x' }], 'ledger-unavailable'],
])('%s is not guessed at', (_what, rows, code) => {
  expect(refusal(() => tenantOf(JSON.stringify(rows), token('now')))).toMatchObject({ code })
})
