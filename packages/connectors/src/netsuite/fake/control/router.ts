import { createPublicKey, randomUUID } from 'node:crypto'
import express, { type Request, Router } from 'express'
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
import type { Company } from '../books/company.ts'
import { issueCode } from '../oauth/issue.ts'
import { recordTypeByName } from '../record-types/record-types.ts'
import { describeBooks } from './describe-books.ts'
import { deleteByHand, editByHand } from './edit-by-hand.ts'
import { payByHand } from './pay-by-hand.ts'
import {
  CertificateRequest,
  ConnectRequest,
  LimitsRequest,
  NewCompany,
  PaymentRequest,
  SettingsRequest,
} from './requests.ts'

interface ControlParts {
  books: Books
  clients: Clients
  faults: FaultLayer
  throttle: Throttle
  counter: RequestCounter
}

/** `/_control`: what tests and practice may do to the ledger from outside. README.md tells how. */
export function controlRouter(parts: ControlParts): Router {
  const { books, throttle } = parts
  const router = Router()
  router.use(loopbackOnly, express.json({ limit: '1mb' }))
  addFaultRoutes(router, parts.faults)
  addCounterRoutes(router, parts.counter)
  router.get('/limits', (_request, response) => void response.json(throttle.limits))
  router.post('/limits', (request, response) => {
    throttle.limits = { ...throttle.limits, ...readControl(LimitsRequest, request.body) }
    response.json(throttle.limits)
  })
  addTokenRoutes(router, parts)
  addPlaceRoutes(router, {
    books,
    word: 'Account',
    NewPlace: NewCompany,
    Settings: SettingsRequest,
    placeOf: (request) => companyOf(books, request),
    describe: describeBooks,
    count: (company) => ({ vendors: company.all('vendor').length, items: company.inFamily('item').length }),
  })
  router.post('/realms/:realm/vendorBill/:id/payments', async (request, response) => {
    const company = companyOf(books, request)
    const bill = company.findRecord('vendorBill', String(request.params.id))
    if (!bill) throw new ControlRefused('There is no such bill.', 404)
    const made = payByHand({ books, company, bill, ...readControl(PaymentRequest, request.body) })
    await books.settled()
    response.status(201).json(made)
  })
  router.post('/realms/:realm/:type/:id', async (request, response) => {
    if (!isObject(request.body)) throw new ControlRefused('Send the properties to change as a JSON object.')
    response.json(editByHand({ books, ...handTarget(books, request) }, request.body))
    await books.settled()
  })
  router.delete('/realms/:realm/:type/:id', async (request, response) => {
    deleteByHand({ books, ...handTarget(books, request) })
    await books.settled()
    response.json({})
  })
  router.use(answerRefusal)
  return router
}

function addTokenRoutes(router: Router, { books, clients }: ControlParts): void {
  addGrantRoutes(router, books)
  router.post('/realms/:realm/connect', async (request, response) => {
    const sent = readControl(ConnectRequest, request.body)
    const { redirectUri, scope = 'rest_webservices' } = sent
    const client = knownClient(clients, sent.clientId)
    const company = companyOf(books, request)
    const code = issueCode(books, { client, redirectUri, scope, realm: company.id })
    await books.settled()
    response.json({ code, company: company.id })
  })
  router.post('/realms/:realm/certificates', async (request, response) => {
    const { publicKey, clientId } = readControl(CertificateRequest, request.body)
    const client = knownClient(clients, clientId)
    const realm = companyOf(books, request).id
    const id = randomUUID().replaceAll('-', '')
    const key = publicKeyOf(publicKey)
    books.write({ type: 'certificate', realm, id, client, publicKey: key, at: books.timestamp() })
    await books.settled()
    response.status(201).json({ certificateId: id })
  })
}

function publicKeyOf(pem: string): string {
  try {
    return String(createPublicKey(pem).export({ type: 'spki', format: 'pem' }))
  } catch {
    throw new ControlRefused('This is neither a certificate nor a public key. Send it in PEM form.')
  }
}

function knownClient(clients: Clients, id = 'practice-client'): string {
  if (clients.isKnown(id)) return id
  throw new ControlRefused(`No client ${id} is known. Use practice-client.`)
}

function handTarget(books: Books, request: Request) {
  const company = companyOf(books, request)
  const type = recordTypeByName(String(request.params.type))
  const record = type && company.findRecord(type, String(request.params.id))
  if (!type || !record) throw new ControlRefused('There is no such record.', 404)
  return { company, type, record }
}

function companyOf(books: Books, request: Request): Company {
  const company = books.company(String(request.params.realm))
  if (!company) throw new ControlRefused('There is no such practice company.', 404)
  return company
}
