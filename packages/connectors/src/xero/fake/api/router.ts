import express, { type Request, type Response, Router } from 'express'
import { deliver } from '../../../fake-service/deliver.ts'
import type { FaultLayer } from '../../../fake-service/fault-layer.ts'
import type { RequestCounter } from '../../../fake-service/request-counter.ts'
import type { Books } from '../books/books.ts'
import { type ElementKind, elementKinds, kindByPlural } from '../element-kinds.ts'
import { refuse } from '../refusals.ts'
import { type Answer, settle, voice } from './answer.ts'
import { listAttachments, putAttachment, readAttachment } from './attachments.ts'
import { authenticate } from './authenticate.ts'
import type { Call } from './call.ts'
import { addNote, readHistory } from './history.ts'
import { answerOnce } from './idempotency.ts'
import { deleteItem, readList, readOne, readOrganisation } from './read-elements.ts'
import type { Throttle } from './throttle.ts'
import { writeElements } from './write-elements.ts'

interface ApiParts {
  books: Books
  faults: FaultLayer
  throttle: Throttle
  counter: RequestCounter
}

const root = '/api.xro/2.0'

/** `/api.xro/2.0/…`: which organisation is meant stands in the header `xero-tenant-id`. */
export function apiRouter(parts: ApiParts): Router {
  const router = Router()
  router.use(root, express.raw({ type: () => true, limit: '25mb' }))
  router.use(root, serve(parts))
  return router
}

function serve({ books, faults, throttle, counter }: ApiParts) {
  return async (request: Request, response: Response): Promise<void> => {
    const realm = request.get('xero-tenant-id')?.toLowerCase() ?? ''
    const isWrite = request.method !== 'GET'
    const [, plural = '', , part] = request.path.split('/')
    const kind = [`${request.method} ${plural}`, ...(part === undefined ? [] : [part])].join('/')
    counter.count({ realm, kind })
    const fault = faults.draw({ realm, isWrite, isToken: false })
    response.once('close', throttle.enter(realm))
    const work = async (): Promise<Answer> => {
      const path = request.path.split('/').slice(1).map(decodeURIComponent)
      const outcome = settle(() => {
        const tenant = authenticate(books, {
          authorization: request.get('authorization'),
          tenant: realm,
          need: { scope: scopeOf(path), isWrite },
        })
        throttle.admit(realm, books.now())
        const key = request.get('idempotency-key') || undefined
        const call = { books, tenant, request, requestKey: key }
        return answerOnce({ books, tenant, request, key, work: () => route(call, path) })
      })
      await books.settled()
      return { ...outcome, headers: { ...throttle.headers(realm, books.now()), ...outcome.headers } }
    }
    await deliver({ request, response, work, fault, voice })
  }
}

function scopeOf([plural = '', , part]: string[]): string {
  if (part === 'Attachments') return 'accounting.attachments'
  const kind = kindByPlural(plural)
  return kind ? elementKinds[kind].scope : 'accounting.settings'
}

function route(call: Call, [plural = '', id, part, file]: string[]): Answer {
  const { method } = call.request
  if (plural === 'Organisation' && method === 'GET') return readOrganisation(call)
  const kind = kindByPlural(plural)
  if (!kind) throw refuse.unsupported(plural)
  if (id === undefined) return routeList(call, kind)
  if (part === 'History')
    return method === 'PUT' ? addNote(call, { kind, id }) : readHistory(call, { kind, id })
  if (part === 'Attachments') return routeAttachment(call, { kind, id, file })
  if (part !== undefined) throw refuse.unsupported(`${plural}/${part}`)
  if (method === 'GET') return readOne(call, { kind, id })
  if (method === 'POST' && elementKinds[kind].methods.includes('POST')) {
    if (!call.tenant.find(kind, id)) throw refuse.notFound()
    return writeElements(call, { kind, id })
  }
  if (method === 'DELETE' && kind === 'Item') return deleteItem(call, id)
  throw refuse.unsupported(`${method} ${plural}`)
}

function routeList(call: Call, kind: ElementKind): Answer {
  const { method } = call.request
  if (method === 'GET') return readList(call, kind)
  if (elementKinds[kind].methods.some((each) => each === method)) return writeElements(call, { kind })
  throw refuse.unsupported(`${method} ${elementKinds[kind].plural}`)
}

function routeAttachment(
  call: Call,
  { kind, id, file }: { kind: ElementKind; id: string; file: string | undefined },
): Answer {
  if (file === undefined) return listAttachments(call, { kind, id })
  const target = { kind, id, file }
  return call.request.method === 'GET' ? readAttachment(call, target) : putAttachment(call, target)
}
