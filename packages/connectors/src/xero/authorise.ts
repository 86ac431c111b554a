import {
  type Authorisation,
  type ConnectionTokens,
  LedgerUnavailable,
  type ProviderSettings,
} from '@fieldledger/accounting'
import type { BaseClient, TokenSet } from 'openid-client'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { askedSignIn, type SignInWords } from '../asked-sign-in.ts'
import { present } from '../present.ts'
import { authEndpoints } from './hosts.ts'
import { refuseNarrowConsent, scopes } from './permissions.ts'
import { tenantOf } from './tenants.ts'

const timeoutMs = 30_000
/** developer.xero.com "OAuth 2.0 FAQ": a refresh token that is not used lives 60 days. */
const refreshExpiresIn = 60 * 86_400

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
    const given = await asked(() => client.oauthCallback(settings.redirectUrl, answered, checks))
    refuseNarrowConsent(given.scope)
    const tokens = tokensFrom(given)
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

const words: SignInWords = {
  withdrawn:
    'Xero has withdrawn this connection, or it was not used for 60 days. Reconnect it under Connections.',
  notAccepted:
    'Xero does not know this server’s client id and secret, or does not grant it what it needs. Correct the app’s settings, then reconnect.',
  away: 'The Xero sign-in service cannot be reached. Try again in a minute.',
}

function asked<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  return askedSignIn(words, call)
}
