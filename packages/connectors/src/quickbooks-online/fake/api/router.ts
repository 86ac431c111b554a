import express, { type Request, type Response, Router } from 'express'
import { deliver } from '../../../fake-service/deliver.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import { isObject, type JsonObject } from '../../../fake-service/json.ts'
import type { RequestCounter } from '../../../fake-service/request-counter.ts'
import type { Books } from '../books/books.ts'
import type { Realm } from '../books/realm.ts'
import { ProviderFault } from '../fault.ts'
import { refuse } from '../fault-catalogue.ts'
import { runQuery } from '../query/run-query.ts'
import { exchangeRate } from '../rules/currencies.ts'
import { type Answer, faultAnswer, voiceAt } from './answer.ts'
import { authenticate } from './authenticate.ts'
import { runBatch } from './batch.ts'
import { changesSince } from './change-data-capture.ts'
import { companyInfo, preferences } from './company-info.ts'
import { executeWrite, readEntity } from './execute.ts'
import type { Throttle } from './throttle.ts'
import { postUpload, readParts } from './upload.ts'

interface ApiParts {
  books: Books
  faults: FaultLayer
  throttle: Throttle
  counter: RequestCounter
}

type Handler = (call: { request: Request; realm: Realm; books: Books }) => JsonObject

/** `/v3/company/{realm}/…`; the minor version is ignored, as everything is 75. */
export function apiRouter(parts: ApiParts): Router {
  const router = Router({ mergeParams: true, caseSensitive: true })
  const company = '/v3/company/:realm'
  router.post(`${company}/upload`, express.raw({ type: () => true, limit: '110mb' }), readParts)
  router.use(company, express.text({ type: () => true, limit: '25mb' }))
  router.get(`${company}/companyinfo/:id`, serve(parts, readCompanyInfo))
  router.get(`${company}/preferences`, serve(parts, readPreferences))
  router.get(`${company}/exchangerate`, serve(parts, readExchangeRate))
  router.get(
    `${company}/query`,
    serve(parts, ({ request, realm, books }) => query(param(request, 'query') ?? '', { realm, books })),
  )
  router.post(
    `${company}/query`,
    serve(parts, ({ request, realm, books }) => query(bodyText(request), { realm, books })),
  )
  router.get(`${company}/cdc`, serve(parts, readChanges))
  router.post(`${company}/batch`, serve(parts, postBatch))
  router.post(
    `${company}/upload`,
    serve(parts, ({ request, realm, books }) =>
      postUpload({ books, realm, request, requestId: requestIdOf(request) }),
    ),
  )
  router.post(`${company}/:entity`, serve(parts, postEntity))
  router.get(`${company}/:entity/:id`, serve(parts, getEntity))
  router.use(
    company,
    serve(parts, ({ request }) => unsupported(request)),
  )
  return router
}

function serve(parts: ApiParts, handler: Handler): (request: Request, response: Response) => Promise<void> {
  const { books, faults, throttle, counter } = parts
  return async (request, response) => {
    const realmId = String(request.params.realm)
    counter.count({ realm: realmId, kind: requestKind(request) })
    const isWrite = request.method === 'POST' && !request.path.endsWith('/query')
    const fault = faults.draw({ realm: realmId, isWrite, isToken: false })
    response.once('close', throttle.enter(realmId))
    const work = () => answer(parts, { request, realmId, handler })
    await deliver({ request, response, work, fault, voice: voiceAt(books.now()) })
  }
}

/** `GET vendor`, `POST batch`, and of a query which list it asks for. */
function requestKind(request: Request): string {
  const [, , , , entity = ''] = request.path.split('/')
  if (entity !== 'query') return `${request.method} ${entity}`
  const text = request.method === 'GET' ? (param(request, 'query') ?? '') : bodyText(request)
  return `query ${/\bfrom\s+(\w+)/i.exec(text)?.[1] ?? ''}`
}

async function answer(
  { books, throttle }: ApiParts,
  call: { request: Request; realmId: string; handler: Handler },
): Promise<Answer> {
  const { request, realmId, handler } = call
  const now = books.now()
  const outcome = settle(() => {
    const realm = authenticate(books, { authorization: request.get('authorization'), realm: realmId })
    throttle.admit(realmId, { now, isBatch: request.path.endsWith('/batch') })
    return { status: 200, body: handler({ request, realm, books }) }
  }, now)
  await books.settled()
  const isQuiet = outcome.status === 400 && books.realm(realmId)?.settings.refusesWith200 === true
  return isQuiet ? { ...outcome, status: 200 } : outcome
}

function settle(work: () => Answer, now: number): Answer {
  try {
    return work()
  } catch (error) {
    if (error instanceof ProviderFault) return faultAnswer(error, now)
    throw error
  }
}

const query = (text: string, { realm, books }: { realm: Realm; books: Books }): JsonObject => ({
  ...runQuery(text, realm),
  time: books.timestamp(),
})

const readCompanyInfo: Handler = ({ realm, books }) => ({
  CompanyInfo: companyInfo(realm),
  time: books.timestamp(),
})

const readPreferences: Handler = ({ realm, books }) => ({
  Preferences: preferences(realm),
  time: books.timestamp(),
})

const readExchangeRate: Handler = ({ request, realm, books }) => {
  const currency = param(request, 'sourcecurrencycode') ?? ''
  const day = param(request, 'asofdate') ?? books.timestamp().slice(0, 10)
  return { ExchangeRate: exchangeRate({ currency, day }, realm), time: books.timestamp() }
}

const readChanges: Handler = ({ request, realm, books }) =>
  changesSince({
    realm,
    entities: param(request, 'entities') ?? '',
    since: param(request, 'changedSince') ?? '',
    now: books.now(),
  })

const postBatch: Handler = ({ request, realm, books }) =>
  runBatch({ books, realm, requestId: requestIdOf(request), body: jsonBody(request) })

const postEntity: Handler = ({ request, realm, books }) =>
  executeWrite({
    books,
    realm,
    path: String(request.params.entity),
    operation: param(request, 'operation'),
    requestId: requestIdOf(request),
    allowDuplicateDocNumber: param(request, 'include')?.toLowerCase() === 'allowduplicatedocnum',
    body: jsonBody(request),
  })

const getEntity: Handler = ({ request, realm, books }) =>
  readEntity({
    realm,
    path: String(request.params.entity),
    id: String(request.params.id),
    time: books.timestamp(),
  })

function unsupported(request: Request): JsonObject {
  throw refuse.unsupported(`${request.method} ${request.path}`)
}

function param(request: Request, name: string): string | undefined {
  const value = request.query[name]
  return typeof value === 'string' ? value : undefined
}

function requestIdOf(request: Request): string | undefined {
  const id = param(request, 'requestid')
  if (id !== undefined && id.length > 50)
    throw refuse.badLength('requestid', { limit: 50, supplied: id.length })
  return id === '' ? undefined : id
}

function bodyText(request: Request): string {
  return typeof request.body === 'string' ? request.body : ''
}

function jsonBody(request: Request): JsonObject {
  if (!request.is('application/json')) throw refuse.badProperty('Content-Type')
  try {
    const parsed: unknown = JSON.parse(bodyText(request))
    if (isObject(parsed)) return parsed
  } catch {
    throw refuse.badProperty('failed to parse json object; a property')
  }
  throw refuse.badProperty('failed to parse json object; a property')
}
