import express, { type Request, type Response, Router } from 'express'
import type { Clients } from '../../../fake-service/clients.ts'
import { deliver } from '../../../fake-service/deliver.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import { type Answer, voice } from '../api/answer.ts'
import type { Books } from '../books/books.ts'
import { exchangeCode, refreshTokens, revokeToken } from './issue.ts'

interface TokenParts {
  books: Books
  clients: Clients
  faults: FaultLayer
}

const refused = (error: string): Answer => ({ status: 400, body: { error } })

/** `/connect/token` and `/connect/revocation`. */
export function tokenRouter(parts: TokenParts): Router {
  const { books, clients, faults } = parts
  const router = Router()
  const serve = (path: string, handle: (request: Request, client: string) => Answer) =>
    router.post(
      path,
      express.urlencoded({ extended: false, limit: '20kb' }),
      async (request: Request, response: Response) => {
        const work = async () => {
          const client = clients.authenticated(request.get('authorization'))
          const answer = client === undefined ? refused('invalid_client') : handle(request, client)
          await books.settled()
          return answer
        }
        request.headers.accept = 'application/json'
        const fault = faults.draw({ realm: undefined, isWrite: true, isToken: true })
        await deliver({ request, response, work, fault, voice })
      },
    )
  serve('/connect/token', (request, client) => giveTokens(books, { request, client }))
  serve('/connect/revocation', (request, client) => {
    revokeToken(books, { client, token: field(request, 'token') })
    return { status: 200, body: {} }
  })
  return router
}

function giveTokens(books: Books, { request, client }: { request: Request; client: string }): Answer {
  const kind = field(request, 'grant_type')
  if (kind !== 'authorization_code' && kind !== 'refresh_token')
    return refused(kind === '' ? 'invalid_request' : 'unsupported_grant_type')
  const tokens =
    kind === 'authorization_code'
      ? exchangeCode(books, {
          client,
          code: field(request, 'code'),
          redirectUri: field(request, 'redirect_uri'),
        })
      : refreshTokens(books, { client, refresh: field(request, 'refresh_token') })
  return tokens ? { status: 200, body: tokens } : refused('invalid_grant')
}

function field(request: Request, name: string): string {
  const value: unknown = request.body?.[name]
  return typeof value === 'string' ? value : ''
}
