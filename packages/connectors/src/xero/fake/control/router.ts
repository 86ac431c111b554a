import express, { type Request, Router } from 'express'
import type { Clients } from '../../../fake-service/clients.ts'
import { answerRefusal, ControlRefused, readControl } from '../../../fake-service/control-request.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import { addFaultRoutes } from '../../../fake-service/fault-routes.ts'
import { isObject } from '../../../fake-service/json.ts'
import { loopbackOnly } from '../../../fake-service/loopback-only.ts'
import { addPlaceRoutes } from '../../../fake-service/place-routes.ts'
import { addCounterRoutes, type RequestCounter } from '../../../fake-service/request-counter.ts'
import type { Throttle } from '../api/throttle.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { type ElementKind, elementKinds, kindByPlural } from '../element-kinds.ts'
import type { Feed } from '../feed/feed.ts'
import { issueCode } from '../oauth/issue.ts'
import { describeBooks } from './describe-books.ts'
import { addDocumentRoutes } from './document-routes.ts'
import { editByHand } from './edit-by-hand.ts'
import { ConnectRequest, LimitsRequest, NewTenant, RevokeRequest, SettingsRequest } from './requests.ts'

interface ControlParts {
  books: Books
  clients: Clients
  faults: FaultLayer
  throttle: Throttle
  feed: Feed
  counter: RequestCounter
}

const everyScope =
  'offline_access accounting.invoices accounting.payments accounting.contacts accounting.settings accounting.attachments'

/** `/_control`: what tests and practice may do to the ledger from outside. README.md tells how. */
export function controlRouter(parts: ControlParts): Router {
  const { books, throttle } = parts
  const router = Router()
  router.use(loopbackOnly, express.json({ limit: '1mb' }))
  addFaultRoutes(router, parts.faults)
  parts.feed.addRoutes(router)
  addCounterRoutes(router, parts.counter)
  router.get('/limits', (_request, response) => {
    response.json({ ...throttle.limits, refused: throttle.refused })
  })
  router.post('/limits', (request, response) => {
    throttle.limits = { ...throttle.limits, ...readControl(LimitsRequest, request.body) }
    response.json(throttle.limits)
  })
  addTokenRoutes(router, parts)
  addPlaceRoutes(router, {
    books,
    word: 'Organisation',
    NewPlace: NewTenant,
    Settings: SettingsRequest,
    placeOf: (request) => tenantOf(books, request),
    describe: describeBooks,
    count: (tenant) => ({ vendors: tenant.all('Contact').length, items: tenant.all('Item').length }),
  })
  addDocumentRoutes(router, { books, tenantOf: (request) => tenantOf(books, request) })
  router.post('/realms/:realm/:plural/:id', async (request, response) => {
    const { changes, ...target } = handTarget(books, request)
    response.json(editByHand({ books, ...target, changes }))
    await books.settled()
  })
  router.use(answerRefusal)
  return router
}

function addTokenRoutes(router: Router, { books, clients }: ControlParts): void {
  router.post('/tokens/expire', async (_request, response) => {
    books.write({ type: 'expired', at: books.now() })
    await books.settled()
    response.json({})
  })
  router.post('/tokens/revoke', async (request, response) => {
    const { realm, grants } = readControl(RevokeRequest, request.body)
    const connections = books.grants.connectionsOf(realm)
    for (const { id } of connections) books.write({ type: 'disconnected', connection: id })
    if (grants) for (const { id } of books.grants.allGrants()) books.write({ type: 'revoked', grant: id })
    await books.settled()
    response.json({ disconnected: connections.length })
  })
  router.post('/realms/:realm/connect', async (request, response) => {
    const sent = readControl(ConnectRequest, request.body)
    const { redirectUri, clientId: client = 'practice-client', scope = everyScope } = sent
    if (!clients.isKnown(client))
      throw new ControlRefused(`No client ${client} is known. Use practice-client.`)
    const tenant = tenantOf(books, request)
    const code = issueCode(books, { client, redirectUri, scope, tenants: [tenant.id] })
    await books.settled()
    response.json({ code, tenantId: tenant.id })
  })
}

function handTarget(books: Books, request: Request) {
  if (!isObject(request.body)) throw new ControlRefused('Send the properties to change as a JSON object.')
  const tenant = tenantOf(books, request)
  const kind = kindOf(request)
  const id = String(request.params.id)
  if (!tenant.find(kind, id))
    throw new ControlRefused(`There is no such ${elementKinds[kind].plural} element.`, 404)
  return { tenant, kind, id, changes: request.body }
}

function tenantOf(books: Books, request: Request): Tenant {
  const tenant = books.tenant(String(request.params.realm))
  if (!tenant) throw new ControlRefused('There is no such practice organisation.', 404)
  return tenant
}

function kindOf(request: Request): ElementKind {
  const kind = kindByPlural(String(request.params.plural))
  if (!kind) throw new ControlRefused('There is no such kind of element.', 404)
  return kind
}
