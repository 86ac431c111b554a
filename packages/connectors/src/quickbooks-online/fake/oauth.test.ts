import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basic, errorOf, openPracticeBed, redirectUri } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let now = Date.parse('2026-11-23T10:00:00Z')
const minutes = 60_000

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

const asked = {
  client_id: 'practice-client',
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'com.intuit.quickbooks.accounting',
  state: 'st&te',
}
const consent = (changes: Record<string, string> = {}) =>
  bed.call(`/connect/oauth2?${new URLSearchParams({ ...asked, ...changes })}`)
const decide = (form: Record<string, string>, origin = new URL(bed.url).origin) =>
  bed.call('/connect/oauth2', {
    text: new URLSearchParams({ ...asked, ...form }).toString(),
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
  })
const location = (answer: { headers: Headers }) => new URL(answer.headers.get('location') ?? 'http://none')

async function codeFor(name: string): Promise<{ code: string; realm: string }> {
  const to = location(await decide({ decision: 'connect', realm: 'new', company_name: name }))
  return { code: to.searchParams.get('code') ?? '', realm: to.searchParams.get('realmId') ?? '' }
}

const exchange = (code: string, changes: Record<string, string> = {}) =>
  bed.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...changes })
const refresh = (token: unknown) => bed.token({ grant_type: 'refresh_token', refresh_token: String(token) })
const invalidGrant = { error: 'invalid_grant', error_description: 'Token invalid' }

describe('the consent page', () => {
  test('names itself practice, lists the companies and may be posted to nowhere else', async () => {
    const page = await consent()
    expect(page.status).toBe(200)
    expect(page.text).toContain('Practice QuickBooks')
    expect(page.text).toContain('Harbour Construction')
    expect(page.text).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${new URL(redirectUri).origin};`,
    )
  })

  test.each([
    ['an unknown client', { client_id: 'stranger' }],
    ['a redirect address that is none', { redirect_uri: 'javascript:alert(1)' }],
    ['no state', { state: '' }],
  ])('%s is told to the person, without a redirect', async (_title, changes) => {
    const page = await consent(changes)
    expect(page.status).toBe(400)
    expect(page.headers.get('location')).toBeNull()
  })

  test.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'openid' }],
  ])('%s is told to the caller', async (error, changes) => {
    expect(location(await consent(changes)).searchParams.get('error')).toBe(error)
  })

  test('No thanks leads back with access_denied and the state', async () => {
    const to = location(await decide({ decision: 'deny' }))
    expect(Object.fromEntries(to.searchParams)).toEqual({ error: 'access_denied', state: 'st&te' })
  })

  test('Connect leads back with code, state and the company', async () => {
    const to = location(await decide({ decision: 'connect', realm: bed.realm }))
    expect(to.origin + to.pathname).toBe(redirectUri)
    expect(to.searchParams.get('state')).toBe('st&te')
    expect(to.searchParams.get('realmId')).toBe(bed.realm)
  })

  test('a form from another origin changes nothing', async () => {
    const answer = await decide({ decision: 'connect', realm: bed.realm }, 'http://evil.example')
    expect(answer.status).toBe(403)
  })

  test('a hostile company name is shown as text', async () => {
    await codeFor('<script>alert(1)</script>')
    expect((await consent()).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})

describe('tokens', () => {
  test('a code gives tokens once, with the lifetimes that Intuit states', async () => {
    const { code } = await codeFor('Once Only')
    const first = await exchange(code)
    expect(first.status).toBe(200)
    expect(first.json).toMatchObject({
      token_type: 'bearer',
      expires_in: 3600,
      x_refresh_token_expires_in: 8_726_400,
    })
    expect(await exchange(code)).toMatchObject({ status: 400, json: invalidGrant })
  })

  test('a code is bound to its redirect address and good for ten minutes', async () => {
    const other = await codeFor('Bound')
    expect(await exchange(other.code, { redirect_uri: 'http://127.0.0.1:4000/else' })).toMatchObject({
      json: invalidGrant,
    })
    const late = await codeFor('Late')
    now += 11 * minutes
    expect(await exchange(late.code)).toMatchObject({ json: invalidGrant })
  })

  test.each([
    [
      'a wrong secret',
      { grant_type: 'refresh_token' },
      `Basic ${btoa('practice-client:wrong')}`,
      401,
      'invalid_client',
    ],
    ['no grant type', {}, basic, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, basic, 400, 'unsupported_grant_type'],
    [
      'an unknown refresh token',
      { grant_type: 'refresh_token', refresh_token: 'x' },
      basic,
      400,
      'invalid_grant',
    ],
  ] as const)('%s is refused', async (_title, form, authorization, status, error) => {
    expect(await bed.token({ ...form }, { authorization })).toMatchObject({ status, json: { error } })
  })

  test('every refresh rotates; reuse of an old refresh token revokes the whole family', async () => {
    const { code, realm } = await codeFor('Family')
    const first = (await exchange(code)).json
    const second = (await refresh(first.refresh_token)).json
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(
      (
        await bed.call(`/v3/company/${realm}/companyinfo/1`, {
          headers: { authorization: `Bearer ${second.access_token}` },
        })
      ).status,
    ).toBe(200)
    expect((await refresh(first.refresh_token)).json).toEqual(invalidGrant)
    expect((await refresh(second.refresh_token)).json).toEqual(invalidGrant)
    const call = await bed.call(`/v3/company/${realm}/companyinfo/1`, {
      headers: { authorization: `Bearer ${second.access_token}` },
    })
    expect(call.status).toBe(401)
  })

  test('with the switch off, reuse is refused but the family lives', async () => {
    await bed.control('/tokens', { revokeFamilyOnReuse: false })
    const { code } = await codeFor('Lenient')
    const first = (await exchange(code)).json
    const second = (await refresh(first.refresh_token)).json
    expect((await refresh(first.refresh_token)).status).toBe(400)
    expect((await refresh(second.refresh_token)).status).toBe(200)
    await bed.control('/tokens', { revokeFamilyOnReuse: true })
  })

  test('revoking either token ends the grant', async () => {
    const { code } = await codeFor('Revoked')
    const tokens = (await exchange(code)).json
    const revoke = () =>
      bed.call('/v2/oauth2/tokens/revoke', {
        body: { token: tokens.access_token ?? '' },
        headers: { authorization: basic },
      })
    expect((await revoke()).status).toBe(200)
    expect((await refresh(tokens.refresh_token)).json).toEqual(invalidGrant)
    expect((await revoke()).status).toBe(400)
  })

  test('an access token ends after an hour, a refresh token after 101 days', async () => {
    const { code, realm } = await codeFor('Aged')
    const tokens = (await exchange(code)).json
    const call = () =>
      bed.call(`/v3/company/${realm}/companyinfo/1`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      })
    expect((await call()).status).toBe(200)
    now += 61 * minutes
    expect(errorOf(await call())).toMatchObject({ code: '3200', type: 'AUTHENTICATION' })
    now += 102 * 24 * 60 * minutes
    expect((await refresh(tokens.refresh_token)).json).toEqual(invalidGrant)
    await bed.connect(bed.realm)
  })

  test('a control request expires access tokens but leaves the refresh token good', async () => {
    await bed.control('/tokens/expire', { realm: bed.realm })
    expect((await bed.api('/companyinfo/1')).status).toBe(401)
    now += 1
    const renewed = await refresh(bed.refresh)
    bed.access = String(renewed.json.access_token)
    expect((await bed.api('/companyinfo/1')).status).toBe(200)
  })
})
