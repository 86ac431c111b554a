import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProviderSettings } from '@fieldledger/accounting'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authorisation } from './authorise.ts'
import { hosts } from './hosts.ts'

const tenantId = '8be9db36-3598-4755-ba5c-c2dbc8c4a7a2'
const redirectUrl = 'http://127.0.0.1:4000/api/v1/connections/callback/xero'

interface Told {
  status: number
  body: unknown
}
let answers: Record<string, Told>
let heard: { path: string; body: string; authorization: string }[]
let authUrl = ''

/** Answers as the reference §2.1 says; what is sent is looked at. */
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    const path = request.url ?? ''
    heard.push({ path, body, authorization: request.headers.authorization ?? '' })
    const told = answers[path] ?? { status: 404, body: {} }
    response.writeHead(told.status, { 'content-type': 'application/json' }).end(JSON.stringify(told.body))
  })
})
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  authUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/xero`
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  heard = []
  answers = {
    '/xero/connect/token': {
      status: 200,
      body: { access_token: 'AT', refresh_token: 'RT2', expires_in: 1800, token_type: 'Bearer' },
    },
    '/xero/connect/revocation': { status: 200, body: {} },
    '/xero/connections': { status: 200, body: [{ id: 'c', tenantId, tenantType: 'ORGANISATION' }] },
  }
})

const settings = (): ProviderSettings => ({
  baseUrl: authUrl,
  authUrl,
  booksUrl: `${authUrl}/app`,
  clientId: 'practice-client',
  clientSecret: 'practice-secret',
  redirectUrl,
})
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error) => error,
  )
const callback = `${redirectUrl}?code=C&state=s`

test('the consent page is asked for with client, granular scopes and state, at Xero’s own host for the real one', () => {
  const url = new URL(authorisation.authoriseUrl({ ...settings(), authUrl: hosts.production.authUrl }, 's'))
  expect(url.origin + url.pathname).toBe('https://login.xero.com/identity/connect/authorize')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'practice-client',
    redirect_uri: redirectUrl,
    scope:
      'offline_access accounting.invoices accounting.contacts accounting.settings accounting.attachments',
    state: 's',
  })
})

test('a consent is exchanged for tokens and the organisation that was chosen', async () => {
  const { companies, tokens } = await authorisation.exchange(settings(), callback)
  expect(companies).toEqual([{ id: tenantId }])
  expect(tokens).toMatchObject({ accessToken: 'AT', refreshToken: 'RT2', refreshExpiresIn: 5_184_000 })
  expect(tokens.accessExpiresIn).toBeGreaterThan(1790)
  expect(heard.map(({ path }) => path)).toEqual(['/xero/connect/token', '/xero/connections'])
  expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toEqual({
    grant_type: 'authorization_code',
    code: 'C',
    redirect_uri: redirectUrl,
  })
  expect(heard[1]?.authorization).toBe('Bearer AT')
})

test('a consent that leaves a permission out is refused, and says which one', async () => {
  const scope = 'offline_access accounting.invoices accounting.contacts accounting.settings'
  const { body } = answers['/xero/connect/token'] ?? {}
  answers['/xero/connect/token'] = { status: 200, body: { ...Object(body), scope } }
  const error = await failure(authorisation.exchange(settings(), callback))
  expect(error).toMatchObject({ code: 'permission-missing', cure: 'reconnect' })
  expect(error.message).toContain('leaves out what Fieldledger needs: files. Reconnect under Connections')
})

test('tokens rotate with every renewal, and are revoked', async () => {
  expect((await authorisation.refresh(settings(), 'RT1')).refreshToken).toBe('RT2')
  await authorisation.revoke(settings(), 'RT2')
  expect(heard.map(({ path, body }) => [path, body])).toEqual([
    ['/xero/connect/token', 'grant_type=refresh_token&refresh_token=RT1'],
    ['/xero/connect/revocation', 'token=RT2'],
  ])
})

test('one of several organisations is left by its own connection, and how many stay open is said', async () => {
  const other = { id: 'd', tenantId: tenantId.replace('a7a2', 'a7a3'), tenantType: 'ORGANISATION' }
  answers['/xero/connections'] = { status: 200, body: [{ id: 'c', tenantId }, other] }
  answers['/xero/connections/c'] = { status: 204, body: {} }
  const left = { companyId: tenantId, accessToken: 'AT' }
  expect(await authorisation.leave?.(settings(), left)).toEqual({ stillOpen: 1 })
  expect(heard.map(({ path }) => path)).toEqual(['/xero/connections', '/xero/connections/c'])
  answers['/xero/connections'] = { status: 401, body: {} }
  expect(await failure(authorisation.leave?.(settings(), left) ?? Promise.resolve())).toMatchObject({
    code: 'authorisation-expired',
  })
})

test.each([
  [400, { error: 'invalid_grant' }, 'reconnect-needed'],
  [401, { error: 'invalid_client' }, 'reconnect-needed'],
  [503, {}, 'ledger-unavailable'],
  [200, { access_token: 'AT' }, 'ledger-unavailable'],
])('an answer %i %j is asked for once, and no secret is in the error', async (status, body, code) => {
  answers['/xero/connect/token'] = { status, body }
  const error = await failure(authorisation.refresh(settings(), 'RT-secret'))
  expect(error).toMatchObject({ code })
  expect(JSON.stringify(error) + String(error)).not.toMatch(/RT-secret|practice-secret/)
  expect(heard).toHaveLength(1)
})
