import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { Clients } from '../../../fake-service/clients.ts'
import { answerRefusal, ControlRefused, readControl } from '../../../fake-service/control-request.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import { addFaultRoutes } from '../../../fake-service/fault-routes.ts'
import { addGrantRoutes } from '../../../fake-service/grant-routes.ts'
import { isObject } from '../../../fake-service/json.ts'
import { loopbackOnly } from '../../../fake-service/loopback-only.ts'
import { addPlaceRoutes } from '../../../fake-service/place-routes.ts'
import { addCounterRoutes, type RequestCounter } from '../../../fake-service/request-counter.ts'
import type { Throttle } from '../api/throttle.ts'
import type { Books } from '../books/books.ts'
import { deleteByHand, editByHand } from '../books/edit-by-hand.ts'
import { mergeEntities } from '../books/merge-entities.ts'
import { payByHand } from '../books/pay-by-hand.ts'
import type { Realm } from '../books/realm.ts'
import { type EntityKind, kindByPath } from '../entity-kinds.ts'
import { ProviderFault } from '../fault.ts'
import type { Feed } from '../feed/feed.ts'
import { issueCode, type TokenRules } from '../oauth/issue.ts'
import { describeBooks } from './describe-books.ts'
import {
  ConnectRequest,
  LimitsRequest,
  MergeRequest,
  NewRealm,
  PaymentRequest,
  SettingsRequest,
  TokensRequest,
} from './requests.ts'

interface ControlParts {
  books: Books
  clients: Clients
  faults: FaultLayer
  throttle: Throttle
  tokenRules: TokenRules
  feed: Feed
  counter: RequestCounter
}

/** `/_control`: what tests and practice may do to the ledger from outside. README.md tells how. */
export function controlRouter(parts: ControlParts): Router {
  const { books } = parts
  const router = Router()
  router.use(loopbackOnly, express.json({ limit: '1mb' }))
  addFaultRoutes(router, parts.faults)
  parts.feed.addRoutes(router)
  addCounterRoutes(router, parts.counter)
  addLimitRoutes(router, parts)
  addTokenRoutes(router, parts)
  addPlaceRoutes(router, {
    books,
    word: 'Realm',
    NewPlace: NewRealm,
    Settings: SettingsRequest,
    placeOf: (request) => realmOf(books, request),
    describe: describeBooks,
    count: (realm) => ({ vendors: realm.all('Vendor').length, items: realm.all('Item').length }),
  })
  addEntityRoutes(router, parts)
  router.use(answerRefusal, answerFault)
  return router
}

function addLimitRoutes(router: Router, { throttle }: ControlParts): void {
  router.get('/limits', (_request, response) => void response.json(throttle.limits))
  router.post('/limits', (request, response) => {
    throttle.limits = { ...throttle.limits, ...readControl(LimitsRequest, request.body) }
    response.json(throttle.limits)
  })
}

function addTokenRoutes(router: Router, { books, clients, tokenRules }: ControlParts): void {
  router.post('/tokens', (request, response) => {
    Object.assign(tokenRules, readControl(TokensRequest, request.body))
    response.json(tokenRules)
  })
  addGrantRoutes(router, books)
  router.post('/realms/:realm/connect', async (request, response) => {
    const {
      redirectUri,
      clientId = 'practice-client',
      scope = 'com.intuit.quickbooks.accounting',
    } = readControl(ConnectRequest, request.body)
    if (!clients.isKnown(clientId))
      throw new ControlRefused(`No client ${clientId} is known. Use practice-client.`)
    const realm = realmOf(books, request)
    const code = issueCode(books, { client: clientId, redirectUri, scope, realm: realm.id })
    await books.settled()
    response.json({ code, realmId: realm.id })
  })
}

function addEntityRoutes(router: Router, { books }: ControlParts): void {
  const path = '/realms/:realm/:entity/:id'
  const target = (request: Request) => ({
    books,
    realm: realmOf(books, request),
    kind: kindOf(request),
    id: String(request.params.id),
  })
  router.post(path, async (request, response) => {
    if (!isObject(request.body)) throw new ControlRefused('Send the properties to change as a JSON object.')
    response.json(await editByHand({ ...target(request), changes: request.body }))
  })
  router.post('/realms/:realm/bill/:id/payments', async (request, response) => {
    const realm = realmOf(books, request)
    const bill = realm.find('Bill', String(request.params.id))
    if (!bill) throw new ControlRefused('There is no such bill.', 404)
    const payment = await payByHand({ books, realm, bill, ...readControl(PaymentRequest, request.body) })
    response.status(201).json(payment)
  })
  router.get('/realms/:realm/attachable/:id/content', (request, response) => {
    const content = realmOf(books, request).files.get(String(request.params.id))
    if (content === undefined) throw new ControlRefused('There is no such file.', 404)
    response.type('application/octet-stream').end(Buffer.from(content, 'base64'))
  })
  router.post(`${path}/merge`, async (request, response) => {
    const { kind, ...place } = target(request)
    const { into } = readControl(MergeRequest, request.body)
    if (kind !== 'Vendor' && kind !== 'Item') throw new ControlRefused('Vendors and items can be merged.')
    await mergeEntities({ ...place, kind, into })
    response.json(place.realm.find(kind, into))
  })
  router.delete(path, async (request, response) => {
    await deleteByHand(target(request))
    response.json({})
  })
}

function realmOf(books: Books, request: Request): Realm {
  const realm = books.realm(String(request.params.realm))
  if (!realm) throw new ControlRefused('There is no such practice company.', 404)
  return realm
}

function kindOf(request: Request): EntityKind {
  const kind = kindByPath(String(request.params.entity))
  if (!kind) throw new ControlRefused('There is no such kind of entity.', 404)
  return kind
}

/** The ledger's own refusal of what was done by hand, in its own words. */
function answerFault(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (error instanceof ProviderFault) response.status(error.status).json({ Fault: error.asFault() })
  else next(error)
}
