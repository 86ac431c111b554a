import {
  type Authorisation,
  type ConnectionTokens,
  LedgerUnavailable,
  type ProviderSettings,
  ReconnectNeeded,
} from '@fieldledger/accounting'
import type { BaseClient, TokenSet } from 'openid-client'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { present } from '../present.ts'
import { authEndpoints } from './hosts.ts'
import { tenantOf } from './tenants.ts'

const timeoutMs = 30_000
/** developer.xero.com "OAuth 2.0 FAQ": a refresh token that is not used lives 60 days. */
const refreshExpiresIn = 60 * 86_400

/** Granular scopes: the broad ones are refused to apps made since March 2026. Orders belong to invoices. */
const scopes = [
  'offline_access',
  'accounting.invoices',
  'accounting.contacts',
  'accounting.settings',
  'accounting.attachments',
]

/** OAuth 2.0 by openid-client, on which xero-node is built. The only file here that talks to the network by itself. */
export const authorisation: Authorisation = {
  authoriseUrl: ({ authUrl, clientId, redirectUrl }, state) =>
    `${authEndpoints(authUrl).authorization_endpoint}?${new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUrl,
      scope: scopes.join(' '),
      state,
    })}`,

  exchange: async (settings, callbackUrl) => {
    const client = await clientFor(settings)
    const answered = client.callbackParams(callbackUrl)
    // The state was taken and compared before; the library wants it handed in.
    const checks = { response_type: 'code', ...present({ state: answered.state }) }
    const tokens = tokensFrom(await asked(() => client.oauthCallback(settings.redirectUrl, answered, checks)))
    const list = await asked(() =>
      client.requestResource(`${settings.baseUrl}/connections`, tokens.accessToken, {
        headers: { accept: 'application/json' },
      }),
    )
    return { companyId: tenantOf(list.body?.toString('utf8') ?? '', tokens.accessToken), tokens }
  },

  refresh: async (settings, refreshToken) => {
    const client = await clientFor(settings)
    return tokensFrom(await asked(() => client.refresh(refreshToken)))
  },

  revoke: async (settings, refreshToken) => {
    const client = await clientFor(settings)
    await asked(() => client.revoke(refreshToken))
  },
}

/** With endpoints of ours it looks nothing up. Loaded with the first sign-in. */
async function clientFor({
  authUrl,
  clientId,
  clientSecret,
  redirectUrl,
}: ProviderSettings): Promise<BaseClient> {
  const { custom, Issuer } = await import('openid-client')
  const issuer = new Issuer({ issuer: authUrl, ...authEndpoints(authUrl) })
  const client = new issuer.Client({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [redirectUrl],
    response_types: ['code'],
  })
  client[custom.http_options] = (_url, options) => ({ ...options, timeout: timeoutMs })
  return client
}

const TokenAnswer = Type.Object({
  access_token: Type.String({ minLength: 1, maxLength: 16_384 }),
  refresh_token: Type.String({ minLength: 1, maxLength: 8192 }),
  expires_in: Type.Number({ minimum: 1, maximum: 86_400 }),
})

function tokensFrom(answer: TokenSet): ConnectionTokens {
  const { access_token, refresh_token, expires_in } = answer
  const body: unknown = { access_token, refresh_token, expires_in }
  if (!Value.Check(TokenAnswer, body))
    throw new LedgerUnavailable('Xero answered the sign-in in a way that cannot be read. Try again later.')
  return {
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
    accessExpiresIn: body.expires_in,
    refreshExpiresIn,
  }
}

async function asked<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    throw whatWentWrong(error)
  }
}

/** The library's errors carry the answer: only the OAuth code is taken out of them. */
function whatWentWrong(error: unknown): ReconnectNeeded | LedgerUnavailable {
  const code = codeOf(error)
  if (code === 'invalid_grant')
    return new ReconnectNeeded(
      'Xero has withdrawn this connection, or it was not used for 60 days. Reconnect it under Connections.',
      { providerCode: code },
    )
  if (code === 'invalid_client' || code === 'unauthorized_client' || code === 'invalid_scope')
    return new ReconnectNeeded(
      'Xero does not know this server’s client id and secret, or does not grant it what it needs. Correct the app’s settings, then reconnect.',
      { providerCode: code },
    )
  return new LedgerUnavailable('The Xero sign-in service cannot be reached. Try again in a minute.')
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'error' in error ? error.error : ''
  return typeof code === 'string' ? code.slice(0, 100) : ''
}
