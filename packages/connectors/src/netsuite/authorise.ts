import { createHash, createHmac } from 'node:crypto'
import {
  type Authorisation,
  type ConnectionTokens,
  LedgerUnavailable,
  type ProviderSettings,
  ReconnectNeeded,
  settingsOfCompany,
} from '@fieldledger/accounting'
import type { BaseClient, TokenSet } from 'openid-client'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { askedSignIn, type SignInWords } from '../asked-sign-in.ts'
import { present } from '../present.ts'
import { authEndpoints } from './hosts.ts'
import { signedAssertion } from './signed-assertion.ts'

const timeoutMs = 30_000
/** Reference §3.1: seven days from the consent on, however often it is used; a certificate does without it. */
const refreshExpiresIn = 7 * 86_400
/** SuiteQL belongs to the web services. */
const scope = 'rest_webservices'

/** OAuth 2.0 by openid-client, as for its siblings. The only file here that talks to the network by itself. */
export const authorisation: Authorisation = {
  authoriseUrl: (settings, state) =>
    `${authEndpoints(settings).authorization_endpoint}?${new URLSearchParams({
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: settings.redirectUrl,
      scope,
      state,
      code_challenge: challengeOf(verifierFor(settings, state)),
      code_challenge_method: 'S256',
    })}`,

  exchange: async (settings, callbackUrl) => {
    const companyId = new URL(callbackUrl).searchParams.get('company') ?? ''
    if (!/^[A-Za-z0-9]{1,30}(_[A-Za-z0-9]{1,10})?$/.test(companyId)) throw consentIncomplete()
    const client = await clientFor(settingsOfCompany(settings, companyId))
    const answered = client.callbackParams(callbackUrl)
    const checks = {
      response_type: 'code',
      // The state was taken and compared before; the library wants it handed in.
      ...present({ state: answered.state }),
      code_verifier: verifierFor(settings, answered.state ?? ''),
    }
    const tokens = await asked(() => client.oauthCallback(settings.redirectUrl, answered, checks))
    return { companies: [{ id: companyId }], tokens: tokensFrom(tokens, tokens.refresh_token) }
  },

  /** A certificate needs no consent every week. An account that does not know it goes on with its refresh token. */
  refresh: async (settings, refreshToken) => {
    if (settings.certificate !== undefined) {
      const tokens = await byCertificate(settings, settings.certificate).catch(unlessUnknownHere)
      if (tokens !== undefined) return tokensFrom(tokens, refreshToken)
    }
    const client = await clientFor(settings)
    const tokens = await asked(() => client.refresh(refreshToken))
    // A confidential client's refresh token stays the same.
    return tokensFrom(tokens, tokens.refresh_token ?? refreshToken)
  },

  revoke: async (settings, refreshToken) => {
    const client = await clientFor(settings)
    await asked(() => client.revoke(refreshToken))
  },
}

/** Bound to this consent by its state and to this server by its secret, so that it needs no place to be kept. */
function verifierFor({ clientSecret }: ProviderSettings, state: string): string {
  return createHmac('sha256', clientSecret).update(`code_verifier ${state}`).digest('base64url')
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** Client credentials: who asks is proved by the key of a certificate that the account knows. */
async function byCertificate(
  settings: ProviderSettings,
  certificate: NonNullable<ProviderSettings['certificate']>,
): Promise<TokenSet> {
  const { token_endpoint: audience } = authEndpoints(settings)
  const client_assertion = await signedAssertion({
    certificate,
    clientId: settings.clientId,
    scope,
    audience,
  })
  const client = await clientFor(settings, { isProvedByAssertion: true })
  return asked(() =>
    client.grant({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  )
}

function unlessUnknownHere(error: unknown): undefined {
  if (error instanceof ReconnectNeeded) return undefined
  throw error
}

/** With endpoints of ours it looks nothing up. Loaded with the first sign-in. */
async function clientFor(
  settings: ProviderSettings,
  { isProvedByAssertion = false } = {},
): Promise<BaseClient> {
  const { custom, Issuer } = await import('openid-client')
  const issuer = new Issuer({ issuer: settings.authUrl, ...authEndpoints(settings) })
  const client = new issuer.Client({
    client_id: settings.clientId,
    ...(isProvedByAssertion
      ? { token_endpoint_auth_method: 'none' as const }
      : { client_secret: settings.clientSecret }),
    redirect_uris: [settings.redirectUrl],
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

function tokensFrom(answer: TokenSet, refreshToken: string | undefined): ConnectionTokens {
  const { access_token, expires_in } = answer
  const body: unknown = { access_token, refresh_token: refreshToken, expires_in }
  if (!Value.Check(TokenAnswer, body))
    throw new LedgerUnavailable(
      'NetSuite answered the sign-in in a way that cannot be read. Try again later.',
    )
  return {
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
    accessExpiresIn: body.expires_in,
    refreshExpiresIn,
  }
}

const words: SignInWords = {
  withdrawn:
    'NetSuite ends a consent after seven days, or it was withdrawn. Reconnect it under Connections; a certificate in the server’s settings does without the weekly consent.',
  notAccepted:
    'NetSuite does not know this server’s client id and secret, or does not grant it what it needs. Correct the integration record there or the server’s settings, then reconnect.',
  away: 'The NetSuite sign-in service cannot be reached. Try again in a minute.',
}

function asked<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  return askedSignIn(words, call)
}

function consentIncomplete(): ReconnectNeeded {
  return new ReconnectNeeded('NetSuite did not say which account was connected. Connect once more.')
}
