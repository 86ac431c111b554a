import express, { type Request, type Response, Router } from 'express'
import { deliver } from '../../../fake-service/deliver.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import type { RequestCounter } from '../../../fake-service/request-counter.ts'
import { hashToken } from '../../../fake-service/tokens.ts'
import { companyOfHost, serviceOrigin } from '../account-host.ts'
import type { Books } from '../books/books.ts'
import { recordTypeByName } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { type Answer, settle, voice } from './answer.ts'
import { authenticate } from './authenticate.ts'
import type { Call } from './call.ts'
import { acceptJob, readJob } from './jobs.ts'
import {
  changeRecord,
  createRecord,
  listRecords,
  readRecord,
  removeRecord,
  transformRecord,
  upsertRecord,
} from './records.ts'
import { answerSuiteQl } from './suiteql.ts'
import type { Throttle } from './throttle.ts'

interface ApiParts {
  books: Books
  faults: FaultLayer
  throttle: Throttle
  counter: RequestCounter
}

const root = '/services/rest'

/** `/services/rest/record/v1/…` and `/services/rest/query/v1/suiteql`. */
export function apiRouter(parts: ApiParts): Router {
  const router = Router()
  router.use(root, express.raw({ type: () => true, limit: '25mb' }))
  router.use(root, serve(parts))
  return router
}

function serve({ books, faults, throttle, counter }: ApiParts) {
  return async (request: Request, response: Response): Promise<void> => {
    const authorization = request.get('authorization')
    const host = companyOfHost(request)
    const account = host?.id ?? accountOf(books, authorization)
    const path = request.path.split('/').slice(1).map(decodeURIComponent)
    const isWrite = request.method !== 'GET' && path[0] === 'record'
    counter.count({ realm: account, kind: requestKind(request, path) })
    const fault = faults.draw({ realm: account, isWrite, isToken: false })
    response.once('close', throttle.enter(account))
    const work = async (): Promise<Answer> => {
      const answer = settle(() => {
        const company = authenticate(books, { authorization, host })
        throttle.admit(account)
        const call = { books, company, request, origin: serviceOrigin(request) }
        const isAsync = path[0] === 'record' && request.get('prefer')?.includes('respond-async')
        return isAsync ? acceptJob(call, () => route(call, path)) : route(call, path)
      })
      await books.settled()
      return answer
    }
    await deliver({ request, response, work, fault, voice })
  }
}

/** `GET vendor`, `POST purchaseOrder/!transform/vendorBill`, and of SuiteQL which table it asks for. */
function requestKind(request: Request, [service, , name = '', _id, ...more]: string[]): string {
  if (service !== 'query')
    return [`${request.method} ${service === 'async' ? 'job' : name}`, ...more].join('/')
  const bytes: unknown = request.body
  const text = Buffer.isBuffer(bytes) ? bytes.toString('utf8') : ''
  return `suiteql ${/\bfrom\s+(\w+)/i.exec(text)?.[1]?.toLowerCase() ?? ''}`
}

function accountOf(books: Books, authorization: string | undefined): string {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? ''
  return books.grants.byAccess(hashToken(token))?.grant.realm ?? ''
}

function route(call: Call, [service, version, name = '', id, ...more]: string[]): Answer {
  const { method } = call.request
  if (service === 'async' && version === 'v1' && method === 'GET')
    return readJob(call, [name, id ?? '', ...more])
  const isTransform = service === 'record' && more[0] === '!transform' && more.length === 2
  if (version !== 'v1' || (more.length > 0 && !isTransform)) throw refuse.unknownAddress()
  if (service === 'query' && name === 'suiteql' && id === undefined) {
    if (method !== 'POST') throw refuse.method(method)
    return answerSuiteQl(call)
  }
  if (service !== 'record') throw refuse.unknownAddress()
  const type = recordTypeByName(name)
  if (!type) throw refuse.unknownRecordType(name)
  if (id === undefined) {
    if (method === 'GET') return listRecords(call, type)
    if (method === 'POST') return createRecord(call, type)
    throw refuse.method(method)
  }
  if (isTransform) {
    if (method !== 'POST') throw refuse.method(method)
    return transformRecord(call, { from: { type, id }, to: more[1] ?? '' })
  }
  if (method === 'GET') return readRecord(call, { type, id })
  if (method === 'PATCH') return changeRecord(call, { type, id })
  if (method === 'PUT') return upsertRecord(call, { type, id })
  if (method === 'DELETE') return removeRecord(call, { type, id })
  throw refuse.method(method)
}
