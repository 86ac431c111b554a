import type { RequestHandler } from 'express'
import { Histogram } from 'prom-client'

export type RequestTimes = Histogram<'method' | 'route' | 'status'>

/** Registered by whoever shows it. */
export const createRequestTimes = (): RequestTimes =>
  new Histogram({
    name: 'fieldledger_http_request_seconds',
    help: 'How long requests took, by the pattern of their route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [],
  })

/** The pattern, never the address: ids and searches would make a row of figures each, and be read by whoever scrapes. */
export function timeRequests(times: RequestTimes): RequestHandler {
  return (request, reply, next) => {
    const began = performance.now()
    reply.once('close', () => {
      // A stream lasts as long as somebody looks.
      if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return
      const pattern: unknown = request.route?.path
      const route = typeof pattern === 'string' ? pattern : 'none'
      const labels = { method: request.method, route, status: String(reply.statusCode) }
      times.observe(labels, (performance.now() - began) / 1000)
    })
    next()
  }
}
