import { expect, test } from 'vitest'
import { openedBy } from './tenants.ts'

const tenant = (end: string) => `8be9db36-3598-4755-ba5c-c2dbc8c4a7${end}`
const row = (end: string, authEventId: string, tenantType = 'ORGANISATION') => ({
  id: `c${end}`,
  authEventId,
  tenantId: tenant(end),
  tenantName: `Books ${end}`,
  tenantType,
})
const token = (event: string) =>
  `head.${Buffer.from(JSON.stringify({ authentication_event_id: event })).toString('base64url')}.sign`
const company = (end: string) => ({ id: tenant(end), name: `Books ${end}` })
const refusal = (call: () => unknown) => {
  try {
    return call()
  } catch (error) {
    return error
  }
}

test('of all organisations of earlier consents, those of this consent are named, and all are reached', () => {
  const rows = [row('a1', 'before'), row('a2', 'now'), row('a3', 'now', 'PRACTICE'), row('a4', 'now')]
  expect(openedBy(JSON.stringify(rows), token('now'))).toEqual({
    companies: [company('a2'), company('a4')],
    reach: [tenant('a1'), tenant('a2'), tenant('a4')],
  })
})

test('a token that says nothing leaves what is listed', () => {
  expect(openedBy(JSON.stringify([row('a1', 'x')]), 'opaque').companies).toEqual([company('a1')])
})

test.each([
  ['none', [], 'reconnect-needed'],
  ['a hostile list', [{ id: 'c1', tenantId: '../../x' }], 'ledger-unavailable'],
  ['a hostile connection', [{ id: '../x', tenantId: tenant('a1') }], 'ledger-unavailable'],
])('%s is not guessed at', (_what, rows, code) => {
  expect(refusal(() => openedBy(JSON.stringify(rows), token('now')))).toMatchObject({ code })
})
