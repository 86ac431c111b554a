import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../fake-service/json.ts'
import { openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
const now = Date.parse('2026-11-23T10:00:00Z')
const seconds = now / 1000
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const kids = { ES256: '', PS256: '' }

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
  kids.ES256 = await register(elliptic.publicKey)
  kids.PS256 = await register(rsa.publicKey)
})
afterAll(() => bed.close())

async function register(key: KeyObject): Promise<string> {
  const publicKey = String(key.export({ type: 'spki', format: 'pem' }))
  const { json } = await bed.control(`/realms/${bed.realm}/certificates`, { publicKey })
  return String(json.certificateId)
}

interface Made {
  header?: JsonObject
  claims?: JsonObject
  key?: KeyObject
}

const tokenPath = () => `/${bed.realm.toLowerCase()}/services/rest/auth/oauth2/v1/token`

function assertion({ header, claims, key = elliptic.privateKey }: Made = {}): string {
  const encode = (part: JsonObject) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const whole = { typ: 'JWT', alg: 'ES256', kid: kids.ES256, ...header }
  const body = {
    iss: 'practice-client',
    scope: 'restlets,rest_webservices',
    aud: `${bed.url}${tokenPath()}`,
    iat: seconds,
    exp: seconds + 300,
    ...claims,
  }
  const text = `${encode(whole)}.${encode(body)}`
  const how =
    key.asymmetricKeyType === 'ec'
      ? ({ key, dsaEncoding: 'ieee-p1363' } as const)
      : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  return `${text}.${sign('sha256', Buffer.from(text), how).toString('base64url')}`
}

const send = (client_assertion: string, more: Record<string, string> = {}) =>
  bed.token(
    {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
      ...more,
    },
    { path: tokenPath(), authorization: '' },
  )

describe('without a person', () => {
  test.each(['ES256', 'PS256'] as const)(
    'an assertion signed by %s brings an access token alone',
    async (alg) => {
      const key = alg === 'ES256' ? elliptic.privateKey : rsa.privateKey
      const { status, json } = await send(assertion({ header: { alg, kid: kids[alg] }, key }))
      expect(status).toBe(200)
      expect(Object.keys(json).sort()).toEqual(['access_token', 'expires_in', 'token_type'])
      const headers = { authorization: `Bearer ${String(json.access_token)}` }
      expect((await bed.rest('/record/v1/vendor', { headers })).status).toBe(200)
    },
  )

  test('where the address names no account, the certificate does', async () => {
    const path = '/services/rest/auth/oauth2/v1/token'
    const form = {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion({ claims: { aud: `${bed.url}${path}` } }),
    }
    expect((await bed.token(form, { path, authorization: '' })).status).toBe(200)
  })

  test.each<[string, Made]>([
    ['an unknown certificate', { header: { kid: 'nobody' } }],
    ['a method that is not accepted', { header: { alg: 'RS256' } }],
    ['no method at all', { header: { alg: 'none' } }],
    ['the method of another kind of key', { header: { alg: 'PS256' } }],
    ['another key', { key: stranger.privateKey }],
    ['another client', { claims: { iss: 'who' } }],
  ])('%s is an invalid client', async (_title, made) => {
    const answer = await send(assertion(made))
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
    expect(answer.headers.get('www-authenticate')).toBe(`Basic realm="${bed.realm}"`)
  })

  test.each<[string, JsonObject]>([
    ['for another address', { aud: 'https://elsewhere.example/token' }],
    ['past its end', { exp: seconds - 1, iat: seconds - 300 }],
    ['good for more than an hour', { exp: seconds + 3601 }],
    ['from the future', { iat: seconds + 120, exp: seconds + 300 }],
    ['without an end', { exp: null }],
  ])('%s it is an invalid grant', async (_title, claims) => {
    expect(await send(assertion({ claims }))).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
  })

  test('a changed word breaks the signature', async () => {
    const [header, , signature] = assertion().split('.')
    const [, claims] = assertion({ claims: { scope: 'suite_analytics' } }).split('.')
    expect((await send(`${header}.${claims}.${signature}`)).json).toEqual({ error: 'invalid_client' })
  })

  test.each([
    ['no JWT', () => send('not a token'), 'invalid_request'],
    ['another type of assertion', () => send(assertion(), { client_assertion_type: 'x' }), 'invalid_request'],
    ['a scope that does not exist', () => send(assertion({ claims: { scope: 'moon' } })), 'invalid_scope'],
  ])('%s is told as such', async (_title, answer, error) => {
    expect((await answer()).json).toEqual({ error })
  })

  test('a token without rest_webservices is not let in', async () => {
    const { json } = await send(assertion({ claims: { scope: 'restlets' } }))
    const headers = { authorization: `Bearer ${String(json.access_token)}` }
    expect((await bed.rest('/record/v1/vendor', { headers })).status).toBe(403)
  })

  test('what is no key cannot be registered', async () => {
    const answer = await bed.control(`/realms/${bed.realm}/certificates`, { publicKey: 'hello' })
    expect(answer.json.error).toContain('Send it in PEM form.')
  })
})
