import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Tracing } from '@fieldledger/egress'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { traceRequests } from './trace-requests.ts'

test('a request is a span under the pattern of its route; what was searched for is not told', async () => {
  const told: unknown[] = []
  const spans = new EventEmitter()
  const tracing: Tracing = {
    async span(named, doing) {
      told.push(named)
      const notes = { set: (more: object) => told.push(more), rename: (name: string) => told.push(name) }
      const result = await doing({ ...notes, fail: (code) => void told.push(code) } as Parameters<
        typeof doing
      >[0])
      spans.emit('ended')
      return result
    },
    close: async () => undefined,
  }
  const app = express().use(traceRequests(tracing))
  app.get('/vendors/:id', (_request, reply) => void reply.status(503).end())
  const server = createServer(app).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const ended = once(spans, 'ended')
  expect((await fetch(`http://127.0.0.1:${port}/vendors/v1?q=smith`)).status).toBe(503)
  await ended
  expect(told).toEqual([
    { name: 'GET', kind: 'server' },
    'GET /vendors/:id',
    { 'http.route': '/vendors/:id', 'http.response.status_code': 503 },
    '503',
  ])
})
