import {
  type Authorisation,
  AuthorisationExpired,
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
import { openedBy, organisationsIn } from './tenants.ts'

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
    const list = await connections(client, { settings, accessToken: tokens.accessToken })
    return { ...openedBy(list, tokens.accessToken), tokens }
  },

  refresh: async (settings, refreshToken) => {
    const client = await clientFor(settings)
    return tokensFrom(await asked(() => client.refresh(refreshToken)))
  },

  revoke: async (settings, refreshToken) => {
    const client = await clientFor(settings)
    await asked(() => client.revoke(refreshToken))
  },

  leave: async (settings, { companyId, accessToken }) => {
    const client = await clientFor(settings)
    const open = organisationsIn(await connections(client, { settings, accessToken }))
    const left = open.find(({ tenantId }) => tenantId.toLowerCase() === companyId.toLowerCase())
    if (left === undefined) return { stillOpen: open.length }
    const place = { settings, accessToken, connection: left.id }
    await connections(client, place)
    return { stillOpen: open.length - 1 }
  },
}

/** GET /connections, or DELETE of one of them. */
async function connections(
  client: BaseClient,
  at: { settings: ProviderSettings; accessToken: string; connection?: string },
): Promise<string> {
  const method = at.connection === undefined ? 'GET' : 'DELETE'
  const url = [`${at.settings.baseUrl}/connections`, ...(at.connection === undefined ? [] : [at.connection])]
  const answer = await asked(() =>
    client.requestResource(url.join('/'), at.accessToken, {
      method,
      headers: { accept: 'application/json' },
    }),
  )
  const { statusCode = 0 } = answer
  if (statusCode === 401) throw new AuthorisationExpired(words.withdrawn)
  if (statusCode < 200 || statusCode > 299) throw new LedgerUnavailable(words.away)
  return answer.body?.toString('utf8') ?? ''
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
