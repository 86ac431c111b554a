import {
  type Authorisation,
  type ConnectionTokens,
  LedgerUnavailable,
  type ProviderSettings,
  ReconnectNeeded,
} from '@fieldledger/accounting'
import OAuthClient from 'intuit-oauth'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { authEndpoints } from './hosts.ts'

const timeoutMs = 30_000
const mostBytes = 1024 * 1024

/** OAuth 2.0 by intuit-oauth 4.2.5. The only file of this connector that talks to the network by itself. */
export const authorisation: Authorisation = {
  authoriseUrl: (settings, state) =>
    clientFor(settings).authorizeUri({ scope: OAuthClient.scopes.Accounting, state }),

  exchange: async (settings, callbackUrl) => {
    const companyId = new URL(callbackUrl).searchParams.get('realmId') ?? ''
    if (!/^\d{1,20}$/.test(companyId)) throw consentIncomplete()
    const answer = await asked(() => clientFor(settings).createToken(callbackUrl))
    return { companies: [{ id: companyId }], tokens: tokensFrom(answer) }
  },

  refresh: async (settings, refreshToken) =>
    tokensFrom(await asked(() => clientFor(settings).refreshUsingToken(refreshToken))),

  revoke: async (settings, refreshToken) => {
    await asked(() => clientFor(settings).revoke({ refresh_token: refreshToken }))
  },
}

/** Follows no redirect and does not wait for ever, both of which the library leaves open. */
class BoundedClient extends OAuthClient {
  override loadResponse(request: object): ReturnType<OAuthClient['loadResponse']> {
    return super.loadResponse({
      ...request,
      timeout: timeoutMs,
      maxRedirects: 0,
      maxContentLength: mostBytes,
    })
  }
}

/**
 * The library keeps its endpoints and its retries in class statics, for the whole process: they are set here,
 * and every call reads them before it first waits. Retrying is the lease holder's business.
 */
function clientFor(settings: ProviderSettings): OAuthClient {
  Object.assign(OAuthClient, authEndpoints(settings.authUrl))
  OAuthClient.retryConfig = {
    maxRetries: 0,
    retryDelay: 0,
    retryableStatusCodes: [],
    retryableErrors: [],
  }
  return new BoundedClient({
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    environment: 'production',
    redirectUri: settings.redirectUrl,
  })
}

/** Token answer: developer.intuit.com "OAuth 2.0"; x_refresh_token_expires_in is seconds. */
const TokenAnswer = Type.Object({
  access_token: Type.String({ minLength: 1, maxLength: 8192 }),
  refresh_token: Type.String({ minLength: 1, maxLength: 8192 }),
  expires_in: Type.Number({ minimum: 1, maximum: 86_400 }),
  x_refresh_token_expires_in: Type.Number({ minimum: 1, maximum: 1e9 }),
})

function tokensFrom(answer: unknown): ConnectionTokens {
  const body: unknown = isRecord(answer) ? answer.json : undefined
  if (!Value.Check(TokenAnswer, body))
    throw new LedgerUnavailable(
      'QuickBooks answered the sign-in in a way that cannot be read. Try again later.',
    )
  return tokens(body)
}

function tokens(body: Static<typeof TokenAnswer>): ConnectionTokens {
  return {
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
    accessExpiresIn: body.expires_in,
    refreshExpiresIn: body.x_refresh_token_expires_in,
  }
}

async function asked(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call()
  } catch (error) {
    throw whatWentWrong(error)
  }
}

/** The library's errors carry the request with its secrets: only the OAuth code is taken out of them. */
function whatWentWrong(error: unknown): ReconnectNeeded | LedgerUnavailable {
  const code = isRecord(error) && typeof error.error === 'string' ? error.error.slice(0, 100) : ''
  if (code === 'invalid_grant')
    return new ReconnectNeeded(
      'QuickBooks has withdrawn this connection, or it was not used for 100 days. Reconnect it under Connections.',
      { providerCode: code },
    )
  if (code === 'invalid_client' || code === 'unauthorized_client')
    return new ReconnectNeeded(
      'QuickBooks does not know this server’s client id and secret. Correct the server settings, then reconnect.',
      { providerCode: code },
    )
  return new LedgerUnavailable('The QuickBooks sign-in service cannot be reached. Try again in a minute.')
}

function consentIncomplete(): ReconnectNeeded {
  return new ReconnectNeeded('QuickBooks did not say which company was connected. Connect once more.')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
