import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ProviderSettings, settingsOfCompany } from '@fieldledger/accounting'
import { jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { authorisation } from './authorise.ts'
import { hosts } from './hosts.ts'

const redirectUrl = 'http://127.0.0.1:4000/api/v1/connections/callback/netsuite'
const tokenPath = '/netsuite/services/rest/auth/oauth2/v1/token'
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const certificate = {
  id: 'cert-1',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
}

interface Told {
  status: number
  body: unknown
}
let answers: ((form: URLSearchParams) => Told) | undefined
let heard: { path: string; form: Record<string, string>; authorization: string }[]
let url = ''

/** Answers as the reference §3.1 says; what is sent is looked at. */
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part) => {
    body += part
  })
  request.on('end', () => {
    const form = new URLSearchParams(body)
    const { authorization = '' } = request.headers
    heard.push({ path: request.url ?? '', form: Object.fromEntries(form), authorization })
    const told = answers?.(form) ?? {
      status: 200,
      // Seconds are written as text there.
      body: { access_token: 'AT', refresh_token: 'RT', expires_in: '3600', token_type: 'bearer' },
    }
    response.writeHead(told.status, { 'content-type': 'application/json' }).end(JSON.stringify(told.body))
  })
})
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/netsuite`
})
afterAll(() => new Promise((closed) => server.close(closed)))
beforeEach(() => {
  heard = []
  answers = undefined
})

const settings = (more: Partial<ProviderSettings> = {}): ProviderSettings => ({
  baseUrl: url,
  authUrl: url,
  booksUrl: `${url}/app`,
  clientId: 'practice-client',
  clientSecret: 'practice-secret',
  redirectUrl,
  ...more,
})
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error) => error,
  )
const callback = `${redirectUrl}?code=C&state=s&role=3&entity=4622&company=1234567_SB1`

test('the consent page is asked for at NetSuite’s own host, by a challenge that only this server can answer', async () => {
  const asked = new URL(authorisation.authoriseUrl(settings({ authUrl: hosts.production.authUrl }), 's'))
  expect(asked.origin + asked.pathname).toBe('https://system.netsuite.com/app/login/oauth2/authorize.nl')
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'practice-client',
    redirect_uri: redirectUrl,
    scope: 'rest_webservices',
    state: 's',
    code_challenge_method: 'S256',
  })
  await authorisation.exchange(settings(), callback)
  const verifier = heard[0]?.form.code_verifier ?? ''
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
    asked.searchParams.get('code_challenge'),
  )
})

test('a consent is exchanged for tokens, at the account that the callback names', async () => {
  const { companies, tokens } = await authorisation.exchange(settings(), callback)
  expect(companies).toEqual([{ id: '1234567_SB1' }])
  expect(tokens).toMatchObject({ accessToken: 'AT', refreshToken: 'RT', refreshExpiresIn: 604_800 })
  expect(tokens.accessExpiresIn).toBeGreaterThan(3590)
  expect(heard[0]).toMatchObject({
    path: tokenPath,
    form: { grant_type: 'authorization_code', code: 'C', redirect_uri: redirectUrl },
    authorization: `Basic ${btoa('practice-client:practice-secret')}`,
  })
})

test.each(['', '../evil', 'a.example', '1234567_SB1_X', 'evil.example/x'])(
  'an account called “%s” is asked nothing, and gets no secret',
  async (company) => {
    const named = `${redirectUrl}?code=C&state=s&company=${encodeURIComponent(company)}`
    expect(await failure(authorisation.exchange(settings(), named))).toMatchObject({
      code: 'reconnect-needed',
    })
    expect(heard).toEqual([])
  },
)

test('each account has hosts of its own, a sandbox’s written as host names are', () => {
  const production = settings({ ...hosts.production })
  expect(settingsOfCompany(production, '1234567_SB1')).toMatchObject({
    baseUrl: 'https://1234567-sb1.suitetalk.api.netsuite.com',
    booksUrl: 'https://1234567-sb1.app.netsuite.com/app',
  })
  expect(settingsOfCompany(production, 'evil.example/').baseUrl).toBe(
    'https://unknown.invalid.suitetalk.api.netsuite.com',
  )
})

test('a renewal keeps the refresh token, which does not rotate, and it is revoked', async () => {
  answers = () => ({ status: 200, body: { access_token: 'AT2', expires_in: '3600', token_type: 'bearer' } })
  expect(await authorisation.refresh(settings(), 'RT1')).toMatchObject({
    accessToken: 'AT2',
    refreshToken: 'RT1',
  })
  await authorisation.revoke(settings(), 'RT1')
  expect(heard.map(({ path, form }) => [path, form])).toEqual([
    [tokenPath, { grant_type: 'refresh_token', refresh_token: 'RT1' }],
    ['/netsuite/services/rest/auth/oauth2/v1/revoke', { token: 'RT1' }],
  ])
})

test('with a certificate it is renewed by an assertion signed PS256, without a consent that runs out', async () => {
  answers = () => ({ status: 200, body: { access_token: 'AT3', expires_in: '3600', token_type: 'bearer' } })
  expect(await authorisation.refresh(settings({ certificate }), 'RT1')).toMatchObject({
    accessToken: 'AT3',
    refreshToken: 'RT1',
  })
  const [first] = heard
  if (first === undefined) expect.unreachable('nothing was asked')
  const { form, authorization } = first
  expect(authorization).toBe('')
  expect(form).toMatchObject({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  })
  const { payload, protectedHeader } = await jwtVerify(
    form.client_assertion ?? '',
    createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
    { audience: `${url}/services/rest/auth/oauth2/v1/token`, issuer: 'practice-client' },
  )
  expect(protectedHeader).toEqual({ alg: 'PS256', typ: 'JWT', kid: 'cert-1' })
  expect(payload).toMatchObject({ scope: 'rest_webservices' })
  expect(Number(payload.exp) - Number(payload.iat)).toBe(300)
})

test('an account that does not know the certificate goes on with its refresh token', async () => {
  answers = (form) =>
    form.get('grant_type') === 'client_credentials'
      ? { status: 401, body: { error: 'invalid_client' } }
      : { status: 200, body: { access_token: 'AT4', expires_in: '3600', token_type: 'bearer' } }
  expect((await authorisation.refresh(settings({ certificate }), 'RT1')).accessToken).toBe('AT4')
})

test.each([
  [400, { error: 'invalid_grant' }, 'reconnect-needed'],
  [401, { error: 'invalid_client' }, 'reconnect-needed'],
  [503, {}, 'ledger-unavailable'],
  [200, { refresh_token: 'RT' }, 'ledger-unavailable'],
])('an answer %i %j is asked for once, and no secret is in the error', async (status, body, code) => {
  answers = () => ({ status, body })
  const error = await failure(authorisation.refresh(settings(), 'RT-secret'))
  expect(error).toMatchObject({ code })
  expect(JSON.stringify(error) + String(error)).not.toMatch(/RT-secret|practice-secret/)
  expect(heard).toHaveLength(1)
})
