import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
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

test('of many who come at the same moment nobody is served before others are let in', async () => {
  let cameIn = 0
  const cameInWhenServed: number[] = []
  const app = express()
  app.get('/', (_request, reply) => {
    cameInWhenServed.push(cameIn)
    reply.status(204).end()
  })
  const server = createHttpServer(app, () => 0).listen(0, '127.0.0.1')
  server.on('connection', () => {
    cameIn += 1
  })
  await once(server, 'listening')
  const asked = Array.from({ length: 60 }, () => say(server.address() as AddressInfo, 'GET / HTTP/1.1'))
  const answers = await Promise.all(asked)
  server.close()
  expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 204'))).toHaveLength(60)
  expect(cameInWhenServed[0]).toBeGreaterThan(10)
})

test('whoever hangs up before being served is not taken to have sent nothing', async () => {
  const bodies: unknown[] = []
  const app = express()
  app.post('/', express.json(), (request, reply) => {
    bodies.push(request.body)
    reply.status(204).end()
  })
  app.get('/', (_request, reply) => void reply.status(204).end())
  const server = createHttpServer(app, () => 0).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  const json = 'content-type: application/json\r\ncontent-length: 7'
  const [, ...others] = await Promise.all([
    say(address, `POST / HTTP/1.1\r\n${json}`, { body: '{"a":1}', hangUp: true }),
    ...Array.from({ length: 40 }, () => say(address, 'GET / HTTP/1.1')),
  ])
  expect(others.filter((answer) => answer.startsWith('HTTP/1.1 204'))).toHaveLength(40)
  server.close()
  expect(bodies.filter((body) => JSON.stringify(body) !== '{"a":1}')).toEqual([])
})

async function say({ port }: AddressInfo, head: string, { body = '', hangUp = false } = {}): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.write(`${head}\r\nhost: here\r\nconnection: close\r\n\r\n${body}`)
  if (hangUp) socket.end()
  const answer = await text(socket).catch(() => '')
  socket.destroy()
  return answer
}
