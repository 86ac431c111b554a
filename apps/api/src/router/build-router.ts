import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { refuseHostileJson } from '../door/refuse-hostile-json.ts'
import { problemOf } from '../problem.ts'
import type { Services } from '../services.ts'
import { enterCompany, identify, requirePermission, requireSession } from '../sign-in/identify.ts'
import { allowedMethods } from './allowed-methods.ts'
import { keepAnswer } from './keep-answer.ts'
import type { AuditNote, CompanyCall, Route } from './route.ts'
import { bodyCheck, queryCheck } from './shapes.ts'

type Call = CompanyCall<unknown, unknown, unknown>
interface Given {
  status: number
  body: unknown
}

const small = express.json({ limit: '1mb' })
const large = express.json({ limit: '25mb' })
/** Read later, place by place, and never taken over as an object. */
const raw = express.raw({ limit: '256kb', type: () => true })

/** Turns the route table into Express routes: shapes, person, permission, company, audit, idempotency, answer. */
export function buildRouter(services: Services, routes: readonly Route[]): RequestHandler {
  const routers = new Map<string, Router>()
  for (const route of routes) {
    const place = placeOf(route.method, route.path)
    const router = routers.get(place) ?? Router()
    routers.set(place, router)
    router[lower[route.method]](route.path, ...readers(route), serve(services, route))
  }
  const allowed = allowedMethods(routes)
  return (request, reply, next) => {
    const allow = request.method === 'OPTIONS' ? allowed(request.path) : []
    if (allow.length > 0) return void reply.status(204).setHeader('allow', allow.join(', ')).end()
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const router = routers.get(placeOf(method, request.path))
    if (router === undefined) next()
    else router(request, reply, next)
  }
}

/** One router tries its routes one after the other, near two hundred of them: these share method and first word. */
function placeOf(method: string, path: string): string {
  const end = path.indexOf('/', 1)
  return `${method} ${(end === -1 ? path : path.slice(0, end)).toLowerCase()}`
}

function readers(route: Route): RequestHandler[] {
  if (route.signedBody) return [raw]
  if (route.body === undefined) return [refuseHostileJson]
  return [route.largeBody ? large : small, refuseHostileJson]
}

const lower = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

function serve(services: Services, route: Route): RequestHandler {
  const readQuery = route.query === undefined ? undefined : queryCheck(route.query)
  const readBody = route.body === undefined ? undefined : bodyCheck(route.body)
  const read = (request: Request, reply: Response) => {
    const { company: _company, ...query } = request.query
    return {
      params: request.params,
      query: readQuery?.(query) ?? {},
      body: readBody?.(request.body ?? {}),
      request,
      reply,
    }
  }
  const answer = answering(services, route)
  return async (request, reply) => {
    if (route.policy === 'public')
      return send(reply, { route, given: await answer(read(request, reply) as Call) })
    const user = await identify(services, request)
    if (route.policy === 'signed-in') {
      requireSession(user)
      return send(reply, { route, given: await answer({ ...read(request, reply), user } as Call) })
    }
    const inCompany = await enterCompany(services, { request, user })
    const audited = startAudit(services, { route, user, ...inCompany, record: recordOf(request) })
    try {
      requirePermission(inCompany.person, route.policy)
      const call: Call = { ...read(request, reply), user, ...inCompany, audit: audited.note }
      const given = await keepAnswer(services, { route, call, answer: () => answer(call) })
      await audited.done()
      await tellOpenPages(services, { route, call })
      send(reply, { route, given })
    } catch (error) {
      await audited.refused(error)
      throw error
    }
  }
}

function answering({ keeper }: Pick<Services, 'keeper'>, route: Route) {
  const keepsReads = route.keepsReads ?? route.method === 'GET'
  return async (call: Call): Promise<Given> => {
    try {
      const body = await route.handler(call)
      return { status: route.status ?? (route.answer === 'nothing' ? 204 : 200), body }
    } finally {
      // Whoever asks this server next sees what was changed here; other servers hear of it.
      if (!keepsReads) keeper.forget()
    }
  }
}

function send(reply: Response, { route, given }: { route: Route; given: Given }): void {
  const { status, body } = given
  if (reply.headersSent || reply.writableEnded) return
  reply.setHeader('cache-control', 'no-store')
  if (route.answer === 'nothing') reply.status(204).end()
  else reply.status(status).json(body)
}

async function tellOpenPages(
  { runtime }: Pick<Services, 'runtime'>,
  { route, call }: { route: Route; call: Call },
): Promise<void> {
  const { hint } = route
  if (hint === undefined) return
  await runtime.ports.stores.of(call.scope).outbox.post({ work: false, hints: [{ topic: hint }] })
}

function recordOf(request: Request): string | undefined {
  const { id } = request.params
  return typeof id === 'string' ? id : undefined
}

/** One audit row for each change, done or refused, written before the answer leaves. */
function startAudit(
  services: Pick<Services, 'audit'>,
  about: Pick<Call, 'scope' | 'person' | 'user'> & { route: Route; record: string | undefined },
) {
  const { route, scope, person, user } = about
  let noted: AuditNote = about.record === undefined ? {} : { record: about.record }
  const write = async (result: 'done' | 'refused', reason?: string) => {
    const { changesNothing, ...row } = noted
    if (route.method === 'GET' || route.unaudited || changesNothing) return
    const by = { id: person.id, name: user.key === undefined ? person.name : byKey(person, user.key) }
    await services.audit.record(scope, {
      by,
      what: route.summary,
      ...row,
      result,
      ...(reason === undefined ? {} : { reason }),
    })
  }
  return {
    note: (note: AuditNote) => {
      noted = { ...noted, ...note }
    },
    done: () => write('done'),
    refused: (error: unknown) => write('refused', problemOf(error).details.detail),
  }
}

function byKey({ name }: Call['person'], key: { name: string }): string {
  return `${name} by the key “${key.name}”`
}
