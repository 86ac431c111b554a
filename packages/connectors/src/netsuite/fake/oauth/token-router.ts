import express, { type Request, type Response, Router } from 'express'
import type { Clients } from '../../../fake-service/clients.ts'
import { deliver } from '../../../fake-service/deliver.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import { companyOfHost, serviceOrigin } from '../account-host.ts'
import { type Answer, voice } from '../api/answer.ts'
import type { Books } from '../books/books.ts'
import { judgeAssertion } from './assertion.ts'
import { exchangeCode, grantAsserted, refreshTokens, revokeToken } from './issue.ts'

interface TokenParts {
  books: Books
  clients: Clients
  faults: FaultLayer
  origin: string | undefined
}

const root = '/services/rest/auth/oauth2/v1'
const json = { 'content-type': 'application/json' }
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

function refused(error: string, request: Request): Answer {
  if (error !== 'invalid_client') return { status: 400, body: { error }, headers: json }
  const realm = companyOfHost(request)?.id ?? 'system'
  return { status: 401, body: { error }, headers: { ...json, 'www-authenticate': `Basic realm="${realm}"` } }
}

/** `/services/rest/auth/oauth2/v1/token` and `/revoke`. */
export function tokenRouter(parts: TokenParts): Router {
  const { books, clients, faults } = parts
  const router = Router()
  const serve = (path: string, handle: (request: Request) => Answer) =>
    router.post(
      path,
      express.urlencoded({ extended: false, limit: '20kb' }),
      async (request: Request, response: Response) => {
        const work = async () => {
          const answer = handle(request)
          await books.settled()
          return answer
        }
        const fault = faults.draw({ realm: undefined, isWrite: true, isToken: true })
        await deliver({ request, response, work, fault, voice })
      },
    )
  serve(`${root}/token`, (request) => giveTokens(parts, request))
  serve(`${root}/revoke`, (request) => {
    const client = clients.authenticated(request.get('authorization'))
    if (client === undefined) return refused('invalid_client', request)
    revokeToken(books, { client, token: field(request, 'token') })
    return { status: 200, body: {}, headers: json }
  })
  return router
}

function giveTokens(parts: TokenParts, request: Request): Answer {
  const { books, clients } = parts
  const kind = field(request, 'grant_type')
  if (kind === 'client_credentials') return giveAsserted(parts, request)
  if (kind !== 'authorization_code' && kind !== 'refresh_token') return refused('invalid_request', request)
  const client = clients.authenticated(request.get('authorization'))
  if (client === undefined) return refused('invalid_client', request)
  const realm = companyOfHost(request)?.id
  const tokens =
    kind === 'authorization_code'
      ? exchangeCode(books, {
          client,
          realm,
          code: field(request, 'code'),
          redirectUri: field(request, 'redirect_uri'),
          verifier: field(request, 'code_verifier'),
        })
      : refreshTokens(books, { client, realm, refresh: field(request, 'refresh_token') })
  return tokens ? { status: 200, body: tokens, headers: json } : refused('invalid_grant', request)
}

/** The company's own host, or no account in the address: then the certificate says which company is meant. */
function giveAsserted({ books, clients, origin }: TokenParts, request: Request): Answer {
  const host = companyOfHost(request)
  const companies = host ? [host] : [...books.places.values()]
  if (field(request, 'client_assertion_type') !== assertionType) return refused('invalid_request', request)
  const called = `${serviceOrigin(request)}${root}/token`
  const verdict = judgeAssertion({
    assertion: field(request, 'client_assertion'),
    certificate: (id) => companies.flatMap(({ certificates }) => certificates.get(id) ?? [])[0],
    isKnownClient: clients.isKnown,
    audiences:
      origin === undefined
        ? [called]
        : [called, called.replace(new URL(called).origin, new URL(origin).origin)],
    now: books.now(),
  })
  if (verdict.kind === 'refused') return refused(verdict.error, request)
  const { client, realm, scope } = verdict
  return { status: 200, body: grantAsserted(books, { client, realm, scope }), headers: json }
}

function field(request: Request, name: string): string {
  const value: unknown = request.body?.[name]
  return typeof value === 'string' ? value : ''
}
