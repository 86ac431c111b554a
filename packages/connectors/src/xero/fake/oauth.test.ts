import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject, type JsonObject } from '../../fake-service/json.ts'
import { openPracticeBed, redirectUri } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let now = Date.parse('2026-11-23T10:00:00Z')
const scope = 'offline_access accounting.invoices accounting.contacts accounting.settings'

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

const later = (seconds: number) => {
  now += seconds * 1000
}
const asked = {
  response_type: 'code',
  client_id: 'practice-client',
  redirect_uri: redirectUri,
  scope,
  state: 's-1',
}
const look = (changes: Record<string, string> = {}) =>
  bed.call(`/identity/connect/authorize?${new URLSearchParams({ ...asked, ...changes })}`)
const consent = (form: [string, string][], origin = new URL(bed.url).origin) =>
  bed.call('/identity/connect/authorize', {
    text: new URLSearchParams([...Object.entries(asked), ...form]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
  })
const refresh = (refresh_token: string) => bed.token({ grant_type: 'refresh_token', refresh_token })
const connections = async (access: string): Promise<JsonObject[]> => {
  const { text } = await bed.call('/connections', { headers: { authorization: `Bearer ${access}` } })
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list.filter(isObject) : []
}

describe('consent', () => {
  test('the page names the organisations and the scopes, and is marked Practice', async () => {
    const page = await look()
    expect(page.status).toBe(200)
    for (const words of [
      'Practice Xero',
      'Harbour Construction',
      'Volt Auto Electric',
      'accounting.invoices',
    ])
      expect(page.text).toContain(words)
    expect(page.text).not.toContain('<script')
  })

  test.each([
    ['a broad scope', { scope: 'offline_access accounting.transactions' }, 'invalid_scope'],
    ['a scope that does not exist', { scope: 'accounting.moon' }, 'invalid_scope'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
  ])('%s goes back with %j', async (_title, changes, error) => {
    const answer = await look(changes)
    expect(answer.headers.get('location')).toBe(`${redirectUri}?error=${error}&state=s-1`)
  })

  test.each([
    ['an unknown client', { client_id: 'who' }],
    ['no address to go back to', { redirect_uri: 'nowhere' }],
    ['no state', { state: '' }],
  ])('%s is told to the person', async (_title, changes) => {
    expect((await look(changes)).status).toBe(400)
  })

  test('several organisations are opened by one consent, and the token says by which', async () => {
    const tenants = ((await bed.control('/realms', {}, 'GET')).text.match(/[0-9a-f-]{36}/g) ?? []).slice(0, 2)
    const back = await consent([
      ...tenants.map((id): [string, string] => ['tenant', id]),
      ['decision', 'allow'],
    ])
    const code = new URL(String(back.headers.get('location'))).searchParams.get('code') ?? ''
    const { json } = await bed.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })
    expect(json).toMatchObject({ expires_in: 1800, token_type: 'Bearer', scope })
    const claims = JSON.parse(
      Buffer.from(String(json.access_token).split('.')[1] ?? '', 'base64url').toString(),
    )
    const opened = (await connections(String(json.access_token))).filter(
      ({ authEventId }) => authEventId === claims.authentication_event_id,
    )
    expect(opened.map(({ tenantId }) => tenantId).toSorted()).toEqual(tenants.toSorted())
    expect(opened[0]).toMatchObject({ tenantType: 'ORGANISATION', createdDateUtc: expect.any(String) })
    const again = await bed.token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri })
    expect([again.status, again.json.error]).toEqual([400, 'invalid_grant'])
  })

  test('nothing chosen is asked again, a refusal goes back, and another page may not post', async () => {
    expect((await consent([['decision', 'allow']])).status).toBe(422)
    const back = await consent([['decision', 'cancel']])
    expect(back.headers.get('location')).toContain('error=access_denied')
    expect((await consent([['decision', 'allow']], 'http://evil.example')).status).toBe(403)
  })

  test('without offline_access there is no refresh token', async () => {
    await bed.connect(bed.realm, 'accounting.invoices')
    expect(bed.refresh).toBe('undefined')
    await bed.connect(bed.realm)
  })
})

describe('refresh tokens', () => {
  test('change at every use; the one before is good for 30 minutes more, and then no longer', async () => {
    const first = bed.refresh
    const second = String((await refresh(first)).json.refresh_token)
    expect(second).not.toBe(first)
    later(29 * 60)
    expect((await refresh(first)).status).toBe(200)
    later(2 * 60)
    expect((await refresh(first)).json).toEqual({ error: 'invalid_grant' })
    expect((await refresh(second)).status).toBe(200)
  })

  test('an unused one is void after 60 days', async () => {
    await bed.connect(bed.realm)
    later(60 * 86_400)
    expect((await refresh(bed.refresh)).json.error).toBe('invalid_grant')
    await bed.connect(bed.realm)
  })

  test.each([
    ['a wrong secret', { authorization: 'Basic eDp5' }, 'invalid_client'],
    ['an unknown grant type', {}, 'unsupported_grant_type'],
  ])('%s is refused', async (_title, headers, error) => {
    const answer = await bed.call('/connect/token', {
      text: 'grant_type=password',
      headers: {
        authorization: `Basic ${Buffer.from('practice-client:practice-secret').toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
    })
    expect([answer.status, answer.json.error]).toEqual([400, error])
  })
})

describe('the end of a connection', () => {
  test('a deleted connection closes the organisation with 403, though the token lives', async () => {
    const own = (await connections(bed.access)).find(({ tenantId }) => tenantId === bed.realm)
    const headers = { authorization: `Bearer ${bed.access}` }
    const gone = await bed.call(`/connections/${String(own?.id)}`, { method: 'DELETE', headers })
    expect(gone.status).toBe(204)
    expect((await bed.api('/Organisation')).status).toBe(403)
    expect((await bed.call(`/connections/${String(own?.id)}`, { method: 'DELETE', headers })).status).toBe(
      404,
    )
    await bed.connect(bed.realm)
  })

  test('revocation ends the tokens and the connections of that consent', async () => {
    expect((await bed.token({ token: bed.refresh }, { path: '/connect/revocation' })).status).toBe(200)
    expect((await refresh(bed.refresh)).json.error).toBe('invalid_grant')
    expect((await bed.api('/Organisation')).status).toBe(401)
    await bed.connect(bed.realm)
  })

  test('a person who disconnects us in the ledger leaves us with 403', async () => {
    await bed.control('/tokens/revoke', { realm: bed.realm })
    expect((await bed.api('/Organisation')).status).toBe(403)
    await bed.connect(bed.realm)
  })
})
