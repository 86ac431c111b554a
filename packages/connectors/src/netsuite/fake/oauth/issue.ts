import { createHash, randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../fake-service/json.ts'
import { hashToken, newToken } from '../../../fake-service/tokens.ts'
import type { Books } from '../books/books.ts'
import { lifetimes } from './lifetimes.ts'

interface Consent {
  client: string
  redirectUri: string
  scope: string
  realm: string
  /** Empty without a proof key. */
  challenge?: string
}

export function issueCode(books: Books, { challenge = '', ...consent }: Consent): string {
  const code = newToken('')
  books.write({
    type: 'code',
    code: hashToken(code),
    ...consent,
    ...(challenge !== '' && { challenge }),
    at: books.now(),
  })
  return code
}

interface SentCode {
  client: string
  code: string
  redirectUri: string
  verifier: string
  /** The account whose host was called. */
  realm: string | undefined
}

/** For the same client, redirect address and host; a proof key must be shown where one was announced. */
export function exchangeCode(books: Books, sent: SentCode): JsonObject | undefined {
  const now = books.now()
  const { client, redirectUri } = sent
  const code = books.grants.liveCode(hashToken(sent.code), { client, redirectUri, now })
  if (!code || (sent.realm !== undefined && sent.realm !== code.realm)) return undefined
  const proof = createHash('sha256').update(sent.verifier).digest('base64url')
  if (code.challenge !== undefined && code.challenge !== proof) return undefined
  const access = signedLookAlike({ ...code, now, seconds: lifetimes.access })
  const refresh = signedLookAlike({ ...code, now, seconds: lifetimes.refresh })
  books.write({
    type: 'exchanged',
    code: code.code,
    grant: randomUUID(),
    access: hashToken(access),
    refresh: hashToken(refresh),
    at: now,
  })
  return tokenAnswer({ access, refresh })
}

/** The refresh token stays as it is, and its week is not prolonged. */
export function refreshTokens(
  books: Books,
  sent: { client: string; refresh: string; realm: string | undefined },
): JsonObject | undefined {
  const now = books.now()
  const hash = hashToken(sent.refresh)
  const grant = books.grants.byRefresh(hash)
  if (!grant || grant.client !== sent.client || !books.grants.isRefreshLive(grant, now)) return undefined
  if (sent.realm !== undefined && sent.realm !== grant.realm) return undefined
  const access = signedLookAlike({ ...grant, now, seconds: lifetimes.access })
  books.write({
    type: 'refreshed',
    grant: grant.id,
    access: hashToken(access),
    refresh: hash,
    at: now,
  })
  return tokenAnswer({ access, refresh: sent.refresh })
}

/** For a signed assertion: an access token, and nothing to renew it with. */
export function grantAsserted(
  books: Books,
  given: { client: string; realm: string; scope: string },
): JsonObject {
  const now = books.now()
  const access = signedLookAlike({ ...given, now, seconds: lifetimes.access })
  const grant = randomUUID()
  books.write({ type: 'asserted', grant, ...given, access: hashToken(access), at: now })
  return tokenAnswer({ access })
}

/** Ends the grant of an access or a refresh token. */
export function revokeToken(books: Books, sent: { client: string; token: string }): void {
  const hash = hashToken(sent.token)
  const grant = books.grants.byRefresh(hash) ?? books.grants.byAccess(hash)?.grant
  if (grant?.client === sent.client) books.write({ type: 'revoked', grant: grant.id })
}

interface Claims {
  client: string
  realm: string
  scope: string
  now: number
  seconds: number
}

/** A JWT by its looks; its signature is noise. */
function signedLookAlike({ client, realm, scope, now, seconds }: Claims): string {
  const issued = Math.floor(now / 1000)
  const encode = (part: JsonObject) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = {
    sub: '3;4622',
    aud: [`practice;${realm}`, client],
    scope: scope.split(/[\s,]+/),
    iss: 'https://system.netsuite.com',
    exp: issued + seconds,
    iat: issued,
    jti: randomUUID(),
  }
  const header = { kid: 's.SYSTEM.practice', typ: 'JWT', alg: 'PS256' }
  return `${encode(header)}.${encode(claims)}.${newToken('')}`
}

function tokenAnswer({ access, refresh }: { access: string; refresh?: string }): JsonObject {
  return {
    access_token: access,
    ...(refresh !== undefined && { refresh_token: refresh }),
    expires_in: String(lifetimes.access),
    token_type: 'bearer',
  }
}
