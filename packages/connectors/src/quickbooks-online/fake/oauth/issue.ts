import type { Grant } from '../../../fake-service/grants.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import { hashToken, newToken } from '../../../fake-service/tokens.ts'
import type { Books } from '../books/books.ts'
import { lifetimes } from './lifetimes.ts'

/** How refresh tokens behave; a control request may loosen it. */
export interface TokenRules {
  rotateOnRefresh: boolean
  revokeFamilyOnReuse: boolean
}

export const strictTokenRules: TokenRules = { rotateOnRefresh: true, revokeFamilyOnReuse: true }

export function issueCode(
  books: Books,
  grant: { client: string; redirectUri: string; scope: string; realm: string },
): string {
  const code = newToken('AB')
  books.write({ type: 'code', code: hashToken(code), ...grant, at: books.now() })
  return code
}

/** A code is good once, for ten minutes, for the same client and redirect address. */
export function exchangeCode(
  books: Books,
  sent: { client: string; code: string; redirectUri: string },
): JsonObject | undefined {
  const now = books.now()
  const code = books.grants.liveCode(hashToken(sent.code), { ...sent, now })
  if (!code) return undefined
  const access = newToken('eyP.')
  const refresh = newToken('RT1-')
  const grant = hashToken(newToken('grant')).slice(0, 22)
  books.write({
    type: 'exchanged',
    code: code.code,
    grant,
    access: hashToken(access),
    refresh: hashToken(refresh),
    at: now,
  })
  return tokenAnswer({ access, refresh })
}

/** Every refresh gives a new refresh token; using a superseded one revokes the whole family. */
export function refreshTokens(
  books: Books,
  sent: { client: string; refresh: string; rules: TokenRules },
): JsonObject | undefined {
  const hash = hashToken(sent.refresh)
  const grant = books.grants.byRefresh(hash)
  if (!grant || grant.client !== sent.client || !books.grants.isRefreshLive(grant, books.now()))
    return undefined
  if (grant.refresh !== hash) {
    if (sent.rules.revokeFamilyOnReuse) books.write({ type: 'revoked', grant: grant.id })
    return undefined
  }
  const access = newToken('eyP.')
  const refresh = sent.rules.rotateOnRefresh ? newToken('RT1-') : sent.refresh
  books.write({
    type: 'refreshed',
    grant: grant.id,
    access: hashToken(access),
    refresh: hashToken(refresh),
    at: books.now(),
  })
  return tokenAnswer({ access, refresh })
}

/** Takes an access or a refresh token; false when it is unknown or revoked already. */
export function revokeToken(books: Books, sent: { client: string; token: string }): boolean {
  const hash = hashToken(sent.token)
  const grant: Grant | undefined = books.grants.byRefresh(hash) ?? books.grants.byAccess(hash)?.grant
  if (!grant || grant.client !== sent.client || grant.revoked) return false
  books.write({ type: 'revoked', grant: grant.id })
  return true
}

export function hardExpiry(): JsonObject {
  return { x_refresh_token_hard_expires_in: lifetimes.hardExpiry }
}

function tokenAnswer({ access, refresh }: { access: string; refresh: string }): JsonObject {
  return {
    access_token: access,
    refresh_token: refresh,
    token_type: 'bearer',
    expires_in: lifetimes.access,
    x_refresh_token_expires_in: lifetimes.refresh,
  }
}
