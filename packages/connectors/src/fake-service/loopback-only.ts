import type { NextFunction, Request, Response } from 'express'

/** From this machine, by a loopback name, posts with JSON: no web page of another origin can send that. */
export function loopbackOnly(request: Request, response: Response, next: NextFunction): void {
  const address = request.socket.remoteAddress?.replace('::ffff:', '') ?? ''
  const isLocal = address.startsWith('127.') || address === '::1'
  const isLoopbackName = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.get('host') ?? '')
  const isJson = (request.get('content-type') ?? '').startsWith('application/json')
  if (isLocal && isLoopbackName && (isJson || request.method !== 'POST')) next()
  else response.status(403).json({ error: 'Control requests come from this machine, as application/json.' })
}
