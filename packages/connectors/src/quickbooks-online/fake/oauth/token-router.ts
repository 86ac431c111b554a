import express, { type Request, type Response, Router } from 'express'
import type { Clients } from '../../../fake-service/clients.ts'
import { deliver } from '../../../fake-service/deliver.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import { type Answer, voiceAt } from '../api/answer.ts'
import type { Books } from '../books/books.ts'
import { exchangeCode, hardExpiry, refreshTokens, revokeToken, type TokenRules } from './issue.ts'

interface TokenParts {
  books: Books
  clients: Clients
  faults: FaultLayer
  rules: () => TokenRules
}

const refused = (error: string, description?: string): Answer => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: description === undefined ? { error } : { error, error_description: description },
})

const invalidGrant = refused('invalid_grant', 'Token invalid')

/** `/oauth2/v1/tokens/bearer` and `/v2/oauth2/tokens/revoke`. */
export function tokenRouter(parts: TokenParts): Router {
  const { books, clients, faults } = parts
  const router = Router()
  const bodies = [express.urlencoded({ extended: false, limit: '20kb' }), express.json({ limit: '20kb' })]
  const serve = (path: string, handle: (request: Request, client: string) => Answer) =>
    router.post(path, bodies, async (request: Request, response: Response) => {
      const work = async () => {
        const client = clients.authenticated(request.get('authorization'))
        const answer = client === undefined ? refused('invalid_client') : handle(request, client)
        await books.settled()
        return answer
      }
      request.headers.accept = 'application/json'
      const fault = faults.draw({ realm: undefined, isWrite: true, isToken: true })
      await deliver({ request, response, work, fault, voice: voiceAt(books.now()) })
    })
  serve('/oauth2/v1/tokens/bearer', (request, client) => giveTokens(parts, { request, client }))
  serve('/v2/oauth2/tokens/revoke', (request, client) =>
    revokeToken(books, { client, token: field(request, 'token') }) ? { status: 200, body: {} } : invalidGrant,
  )
  return router
}

function giveTokens(
  { books, rules }: TokenParts,
  { request, client }: { request: Request; client: string },
): Answer {
  const kind = field(request, 'grant_type')
  if (kind === '') return refused('invalid_request', 'grant_type is missing')
  if (kind !== 'authorization_code' && kind !== 'refresh_token') return refused('unsupported_grant_type')
  const tokens =
    kind === 'authorization_code'
      ? exchangeCode(books, {
          client,
          code: field(request, 'code'),
          redirectUri: field(request, 'redirect_uri'),
        })
      : refreshTokens(books, { client, refresh: field(request, 'refresh_token'), rules: rules() })
  if (!tokens) return invalidGrant
  const wantsHardExpiry = request.get('x-include-refresh-token-hard-expires-in') === 'true'
  return { status: 200, body: wantsHardExpiry ? { ...tokens, ...hardExpiry() } : tokens }
}

function field(request: Request, name: string): string {
  const value: unknown = request.body?.[name]
  return typeof value === 'string' ? value : ''
}
