import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../fake-service/json.ts'
import { hashToken, newToken } from '../../../fake-service/tokens.ts'
import type { Books } from '../books/books.ts'
import { accessTokenSeconds, type Grant } from './grants.ts'

export function issueCode(
  books: Books,
  consent: { client: string; redirectUri: string; scope: string; tenants: string[] },
): string {
  const code = newToken('')
  books.write({
    type: 'consent',
    code: hashToken(code),
    grant: randomUUID(),
    ...consent,
    at: books.now(),
  })
  return code
}

/** For the same client and redirect address; without `offline_access` there is no refresh token. */
export function exchangeCode(
  books: Books,
  sent: { client: string; code: string; redirectUri: string },
): JsonObject | undefined {
  const now = books.now()
  const consent = books.grants.liveCode(hashToken(sent.code), now)
  if (!consent || consent.client !== sent.client || consent.redirectUri !== sent.redirectUri) return undefined
  const access = accessToken({ id: consent.grant, client: sent.client, scope: consent.scope, now })
  const refresh = consent.scope.split(/\s+/).includes('offline_access') ? newToken('') : undefined
  books.write({
    type: 'exchanged',
    code: consent.code,
    access: hashToken(access),
    ...(refresh !== undefined && { refresh: hashToken(refresh) }),
    at: now,
  })
  return tokenAnswer({ access, refresh, scope: consent.scope })
}

/** Every refresh gives a new refresh token; the old one is good for half an hour more. */
export function refreshTokens(
  books: Books,
  sent: { client: string; refresh: string },
): JsonObject | undefined {
  const now = books.now()
  const used = hashToken(sent.refresh)
  const grant = books.grants.refreshable(used, now)
  if (!grant || grant.client !== sent.client) return undefined
  const access = accessToken({ ...grant, now })
  const refresh = newToken('')
  books.write({
    type: 'refreshed',
    used,
    access: hashToken(access),
    refresh: hashToken(refresh),
    at: now,
  })
  return tokenAnswer({ access, refresh, scope: grant.scope })
}

/** Ends the grant of a refresh token and its connections. */
export function revokeToken(books: Books, sent: { client: string; token: string }): void {
  const grant = books.grants.byRefresh(hashToken(sent.token))
  if (grant?.client === sent.client) books.write({ type: 'revoked', grant: grant.id })
}

/** Looks like the real one, a JWT that says by which consent it was given; its signature is noise. */
function accessToken({ id, client, scope, now }: Omit<Grant, 'at' | 'revoked'> & { now: number }): string {
  const seconds = Math.floor(now / 1000)
  const encode = (part: JsonObject) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = {
    nbf: seconds,
    exp: seconds + accessTokenSeconds,
    iss: 'https://identity.xero.com',
    aud: 'https://identity.xero.com/resources',
    client_id: client,
    sub: 'practice',
    jti: randomUUID(),
    authentication_event_id: id,
    scope: scope.split(/\s+/),
  }
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${newToken('')}`
}

function tokenAnswer(given: { access: string; refresh: string | undefined; scope: string }): JsonObject {
  return {
    access_token: given.access,
    expires_in: accessTokenSeconds,
    token_type: 'Bearer',
    ...(given.refresh !== undefined && { refresh_token: given.refresh }),
    scope: given.scope,
  }
}
