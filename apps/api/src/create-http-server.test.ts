import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import express, { type Request, type Response } from 'express'
import { expect, test } from 'vitest'
import { createHttpServer } from './create-http-server.ts'

setFlagsFromString('--allow-natives-syntax')
const looksLike = new Function('one', 'other', 'return %HaveSameMap(one, other)')

test('to V8 every request looks like the one before, and so does every answer', async () => {
  const seen: { request: Request; reply: Response }[] = []
  const app = express()
  app.get('/forms/:id', (request, reply) => {
    seen.push({ request, reply })
    reply.status(200).json({ id: request.params.id, host: request.hostname })
  })
  const server = createHttpServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  for (const id of ['a', 'b', 'c', 'd']) {
    const answer = await fetch(`http://127.0.0.1:${port}/forms/${id}`)
    expect(await answer.json()).toEqual({ id, host: '127.0.0.1' })
  }
  server.close()
  const [one, other] = seen.slice(-2)
  expect(looksLike(one?.request, other?.request)).toBe(true)
  expect(looksLike(one?.reply, other?.reply)).toBe(true)
})
