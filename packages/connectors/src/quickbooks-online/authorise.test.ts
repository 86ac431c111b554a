import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProviderSettings } from '@fieldledger/accounting'
import { type MemoryPorts, memoryPorts } from '@fieldledger/accounting/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorisation } from './authorise.ts'
import { redirectUri } from './fake/practice-bed.ts'
import { hosts } from './hosts.ts'
import { practiceLedger } from './practice-ledger.ts'

let ledger: Awaited<ReturnType<typeof practiceLedger<MemoryPorts>>>
beforeAll(async () => {
  ledger = await practiceLedger(memoryPorts)
})
afterAll(() => ledger.close())

const settings = (changes: Partial<ProviderSettings> = {}): ProviderSettings => ({
  ...ledger.settings,
  redirectUrl: redirectUri,
  ...changes,
})
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error) => error,
  )

async function callbackUrl(): Promise<string> {
  const { bed } = ledger
  const { json } = await bed.control(`/realms/${bed.realm}/connect`, { redirectUri })
  return `${redirectUri}?code=${String(json.code)}&state=s&realmId=${bed.realm}`
}

test('the consent page is asked for with client, scope and state', async () => {
  const url = new URL(authorisation.authoriseUrl(settings(), 'state-1'))
  expect(url.href.startsWith(`${ledger.bed.url}/connect/oauth2?`)).toBe(true)
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'practice-client',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: 'state-1',
  })
  expect((await fetch(url)).status).toBe(200)
})

test('a consent is exchanged, renewed and revoked', async () => {
  const { companies, tokens } = await authorisation.exchange(settings(), await callbackUrl())
  expect(companies).toEqual([{ id: ledger.bed.realm }])
  expect(tokens).toMatchObject({ accessExpiresIn: 3600, refreshExpiresIn: 8_726_400 })
  const renewed = await authorisation.refresh(settings(), tokens.refreshToken)
  expect(renewed.refreshToken).not.toBe(tokens.refreshToken)
  await authorisation.revoke(settings(), renewed.refreshToken)
  const error = await failure(authorisation.refresh(settings(), renewed.refreshToken))
  expect(error).toMatchObject({ code: 'reconnect-needed', cure: 'reconnect' })
})

test('a callback without a company, or with a forged code, asks to connect again', async () => {
  const without = await failure(authorisation.exchange(settings(), `${redirectUri}?code=x&state=s`))
  expect(without).toMatchObject({ code: 'reconnect-needed' })
  const forged = `${redirectUri}?code=forged&state=s&realmId=${ledger.bed.realm}`
  expect(await failure(authorisation.exchange(settings(), forged))).toMatchObject({
    code: 'reconnect-needed',
  })
})

test('a wrong client secret is the server’s fault, and no secret is in the error', async () => {
  const error = await failure(authorisation.refresh(settings({ clientSecret: 'wrong' }), 'RT1-secret'))
  expect(error).toMatchObject({ code: 'reconnect-needed', detail: { providerCode: 'invalid_client' } })
  expect(JSON.stringify(error) + String(error)).not.toMatch(/RT1-secret|wrong/)
})

test('a failing sign-in service is asked once, and nobody has to reconnect', async () => {
  let calls = 0
  const server = createServer((_request, response) => {
    calls += 1
    response.writeHead(503).end('{}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const authUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const error = await failure(authorisation.refresh(settings({ authUrl }), 'RT'))
  await new Promise((closed) => server.close(closed))
  expect(error).toMatchObject({ code: 'ledger-unavailable', retryable: true })
  expect(calls).toBe(1)
})

test('calls for two servers at once each go to their own', async () => {
  const url = await callbackUrl()
  const [good, bad] = await Promise.all([
    authorisation.exchange(settings(), url),
    failure(authorisation.refresh(settings({ authUrl: 'http://127.0.0.1:9' }), 'RT')),
  ])
  expect(good.companies).toEqual([{ id: ledger.bed.realm }])
  expect(bad).toMatchObject({ code: 'ledger-unavailable' })
})

test('the real service is asked at its own host', () => {
  const url = authorisation.authoriseUrl(settings({ authUrl: hosts.production.authUrl }), 's')
  expect(new URL(url).origin + new URL(url).pathname).toBe('https://appcenter.intuit.com/connect/oauth2')
})
