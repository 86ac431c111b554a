import express, { type ErrorRequestHandler, type Express } from 'express'
import { ownPagesOnly } from './door/own-pages-only.ts'
import { floodLimit, guessLimit, hookLimit, portalLimit } from './door/rate-limits.ts'
import { securityHeaders } from './door/security-headers.ts'
import { timeRequests } from './metrics/request-times.ts'
import { traceRequests } from './metrics/trace-requests.ts'
import { problemOf } from './problem.ts'
import { Missing, Overloaded } from './refusals.ts'
import { routeTable } from './route-table.ts'
import { buildRouter } from './router/build-router.ts'
import type { Services } from './services.ts'
import { authDoor } from './sign-in/auth-door.ts'
import { serveWeb } from './web/serve-web.ts'

export const apiBase = '/api/v1'

/** The whole server: doors in their order, the route table, the web. */
export function createApp(services: Services, { webFolder }: { webFolder: string }): Express {
  const { settings } = services
  const app = express()
  app.disable('x-powered-by')
  // Answers are never kept (no-store): nobody would ask again by the hash of one.
  app.disable('etag')
  app.set('trust proxy', settings.trustProxy)
  app.use(securityHeaders(settings.publicUrl))
  app.use(apiBase, timeRequests(services.requestTimes), traceRequests(services.tracing))
  app.use(apiBase, floodLimit(services.hits), ownPagesOnly(settings.publicUrl))
  const guesses = guessLimit(services.hits)
  app.use(`${apiBase}/auth`, authDoor({ auth: services.auth, keeper: services.keeper, limit: guesses }))
  app.use([`${apiBase}/setup`, `${apiBase}/invitations/accept`, `${apiBase}/decide`], guesses)
  app.use([`${apiBase}/hooks`, `${apiBase}/webhooks`], hookLimit(services.hits))
  app.use(`${apiBase}/portal`, portalLimit(services.hits))
  app.use(apiBase, buildRouter(services, routeTable(services)))
  app.use(apiBase, () => {
    throw new Missing()
  })
  app.use(serveWeb(webFolder))
  app.use(() => {
    throw new Missing()
  })
  app.use(tellProblem(services))
  return app
}

/** Every error leaves here, once: told as problem+json, logged when it is a fault of ours. */
function tellProblem({ log }: Pick<Services, 'log'>): ErrorRequestHandler {
  return (error, request, reply, _next) => {
    const { details, known, retryAfterSeconds } = problemOf(error)
    const where = { method: request.method, path: request.path, status: details.status }
    if (known) log.info({ ...where, code: details.code }, 'refused')
    else log.error({ ...where, err: error }, 'failed')
    if (reply.headersSent) return void reply.destroy()
    if (retryAfterSeconds !== undefined) reply.setHeader('retry-after', retryAfterSeconds)
    reply.status(details.status).type('application/problem+json').setHeader('cache-control', 'no-store')
    if (error instanceof Overloaded) reply.setHeader('retry-after', error.retryAfterSeconds)
    reply.send(JSON.stringify(details))
  }
}
