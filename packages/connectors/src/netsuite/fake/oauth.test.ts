import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { redirectUri } from '../../fake-service/practice-bed.ts'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let now = Date.parse('2026-11-23T10:00:00Z')

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

const later = (seconds: number) => {
  now += seconds * 1000
}
const address = '/app/login/oauth2/authorize.nl'
const asked = {
  response_type: 'code',
  client_id: 'practice-client',
  redirect_uri: redirectUri,
  scope: 'rest_webservices',
  state: 'a-state-of-more-than-22-letters',
}
const look = (changes: Record<string, string> = {}, host = '') =>
  bed.call(`${host}${address}?${new URLSearchParams({ ...asked, ...changes })}`)
const consent = (form: Record<string, string>, origin = new URL(bed.url).origin) =>
  bed.call(address, {
    text: new URLSearchParams({ ...asked, ...form }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
  })
const refresh = (refresh_token: string) => bed.token({ grant_type: 'refresh_token', refresh_token })
const exchange = (code: string, more: Record<string, string> = {}) =>
  bed.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...more })
const codeFor = async (form: Record<string, string> = {}) => {
  const back = await consent({ company: bed.realm, decision: 'allow', ...form })
  return new URL(String(back.headers.get('location'))).searchParams
}
const isLetIn = async (access: unknown) =>
  (await bed.rest('/record/v1/subsidiary', { headers: { authorization: `Bearer ${String(access)}` } }))
    .status === 200

describe('consent', () => {
  test('the page names the companies and the scopes, and is marked Practice', async () => {
    const page = await look({ scope: 'rest_webservices suite_analytics' })
    expect(page.status).toBe(200)
    for (const words of [
      'Practice NetSuite',
      'Harbour Construction',
      'Volt Auto Electric',
      'suite_analytics',
    ])
      expect(page.text).toContain(words)
    expect(page.text).not.toContain('<script')
  })

  test('at the host of one company only that one is offered', async () => {
    const page = await look({}, `/${bed.realm.toLowerCase()}`)
    expect(page.text).toContain('Harbour Test')
    expect(page.text).not.toContain('Volt Auto Electric')
  })

  test.each([
    ['a scope that does not exist', { scope: 'moon' }, 'invalid_scope'],
    ['mcp beside another scope', { scope: 'mcp restlets' }, 'invalid_scope'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a short state', { state: 'short' }, 'invalid_request'],
    ['a plain proof key', { code_challenge: 'x', code_challenge_method: 'plain' }, 'invalid_request'],
  ])('%s goes back with %j', async (_title, changes, error) => {
    const to = new URL(String((await look(changes)).headers.get('location')))
    expect(to.searchParams.get('error')).toBe(error)
  })

  test.each([
    ['an unknown client', { client_id: 'who' }],
    ['no address to go back to', { redirect_uri: 'nowhere' }],
    ['no state', { state: '' }],
  ])('%s is told to the person', async (_title, changes) => {
    const page = await look(changes)
    expect(page.status).toBe(400)
    expect(page.text).toContain('Practice NetSuite cannot connect')
  })

  test('it goes back with the code and the account', async () => {
    const back = await codeFor()
    expect(Object.fromEntries(back)).toMatchObject({
      state: asked.state,
      company: bed.realm,
      role: '3',
      entity: '4622',
    })
    const { json } = await exchange(String(back.get('code')))
    expect(json).toMatchObject({ expires_in: '3600', token_type: 'bearer' })
    expect(await isLetIn(json.access_token)).toBe(true)
  })

  test('a typed name makes a new company', async () => {
    const back = await codeFor({ company_name: 'Fresh Company' })
    const { text } = await bed.control('/realms', {}, 'GET')
    expect(JSON.parse(text)).toContainEqual({ id: back.get('company'), name: 'Fresh Company' })
  })

  test('no, and a form from elsewhere', async () => {
    const denied = await consent({ decision: 'deny' })
    expect(String(denied.headers.get('location'))).toContain('error=access_denied')
    expect((await consent({ decision: 'allow' }, 'http://evil.example')).status).toBe(403)
  })
})

describe('tokens', () => {
  test('a code is good once, for ten minutes, for its address and its host', async () => {
    const code = String((await codeFor()).get('code'))
    expect((await exchange(code, { redirect_uri: `${redirectUri}/x` })).json).toEqual({
      error: 'invalid_grant',
    })
    const other = await bed.control('/realms', { name: 'Other' })
    const path = `/${String(other.json.id)}/services/rest/auth/oauth2/v1/token`
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
    expect((await bed.token(form, { path })).json).toEqual({ error: 'invalid_grant' })
    expect((await exchange(code)).status).toBe(200)
    expect((await exchange(code)).json).toEqual({ error: 'invalid_grant' })
    const late = String((await codeFor()).get('code'))
    later(601)
    expect((await exchange(late)).status).toBe(400)
  })

  test('a proof key must be shown', async () => {
    const code_challenge = createHash('sha256').update('the verifier').digest('base64url')
    const proof = { code_challenge, code_challenge_method: 'S256' }
    const first = String((await codeFor(proof)).get('code'))
    expect((await exchange(first, { code_verifier: 'another' })).json).toEqual({ error: 'invalid_grant' })
    expect((await exchange(first, { code_verifier: 'the verifier' })).status).toBe(200)
  })

  test('access ends after an hour; a refresh keeps its token and does not prolong the week', async () => {
    const { json } = await exchange(String((await codeFor()).get('code')))
    const token = String(json.refresh_token)
    later(3600)
    expect(await isLetIn(json.access_token)).toBe(false)
    const renewed = await refresh(token)
    expect(renewed.json).toMatchObject({ refresh_token: token, expires_in: '3600' })
    expect(await isLetIn(renewed.json.access_token)).toBe(true)
    later(7 * 86_400 - 3700)
    expect((await refresh(token)).status).toBe(200)
    later(200)
    expect(await refresh(token)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
  })

  test('a wrong secret is 401 and names the account', async () => {
    const path = `/${bed.realm}/services/rest/auth/oauth2/v1/token`
    const authorization = `Basic ${btoa('practice-client:wrong')}`
    const answer = await bed.token({ grant_type: 'refresh_token' }, { path, authorization })
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
    expect(answer.headers.get('www-authenticate')).toBe(`Basic realm="${bed.realm}"`)
  })

  test('an unknown grant type is an invalid request', async () => {
    expect((await bed.token({ grant_type: 'password' })).json).toEqual({ error: 'invalid_request' })
  })

  test('revoked, nothing of the grant is good any more', async () => {
    const { json } = await exchange(String((await codeFor()).get('code')))
    const token = String(json.refresh_token)
    const answer = await bed.token({ token }, { path: '/services/rest/auth/oauth2/v1/revoke' })
    expect(answer.status).toBe(200)
    expect(await isLetIn(json.access_token)).toBe(false)
    expect((await refresh(token)).json).toEqual({ error: 'invalid_grant' })
  })
})
