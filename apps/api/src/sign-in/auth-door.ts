import type { ReadKeeper } from '@fieldledger/storage'
import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { refuseHostileJson } from '../door/refuse-hostile-json.ts'
import { Missing } from '../refusals.ts'
import { callAuth } from './call-auth.ts'
import type { Auth } from './create-auth.ts'
import { headersOf } from './headers-of.ts'

/** The doors of better-auth that we open; everything else of it stays closed. */
const open = new Set([
  'POST /sign-in/email',
  'POST /sign-out',
  'GET /get-session',
  'GET /list-sessions',
  'POST /revoke-session',
  'POST /revoke-other-sessions',
  'POST /change-password',
])

interface AuthDoor {
  auth: Auth
  /** Sessions end here. */
  keeper: ReadKeeper
  limit: RequestHandler
}

/** Hands parsed and checked requests to better-auth as fetch requests, and its answers back. */
export function authDoor({ auth, keeper, limit }: AuthDoor): Router {
  const router = Router()
  router.use(express.json({ limit: '20kb' }), refuseHostileJson)
  router.use('/sign-in', limit)
  router.use(async (request: Request, reply: Response) => {
    if (!open.has(`${request.method} ${request.path}`)) throw new Missing()
    const address = new URL(request.originalUrl, auth.options.baseURL)
    const headers = headersOf(request)
    headers.delete('content-length')
    const asked = new globalThis.Request(address, {
      method: request.method,
      headers,
      ...(request.method === 'GET' ? {} : { body: JSON.stringify(request.body ?? {}) }),
    })
    const answer = await callAuth(() => auth.handler(asked))
    if (request.method !== 'GET') keeper.forget()
    reply.status(answer.status)
    for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.setHeader(name, value)
    reply.setHeader('set-cookie', answer.headers.getSetCookie())
    reply.setHeader('cache-control', 'no-store')
    reply.send(Buffer.from(await answer.arrayBuffer()))
  })
  return router
}
