import type { Tracing } from '@fieldledger/egress'
import type { RequestHandler } from 'express'

/** Each request as a span under the pattern of its route, never its address: what somebody searched for is not told. */
export function traceRequests(tracing: Tracing | undefined): RequestHandler {
  return (request, reply, next) => {
    if (tracing === undefined) return next()
    const { method } = request
    void tracing.span({ name: method, kind: 'server' }, async (told) => {
      const over = new Promise<void>((resolve) => reply.once('close', resolve))
      next()
      await over
      const pattern: unknown = request.route?.path
      const route = typeof pattern === 'string' ? pattern : 'none'
      told.rename(`${method} ${route}`)
      told.set({ 'http.route': route, 'http.response.status_code': reply.statusCode })
      if (reply.statusCode >= 500) told.fail(String(reply.statusCode))
    })
  }
}
