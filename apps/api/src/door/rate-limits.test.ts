import type { HitCounter } from '@fieldledger/storage'
import express from 'express'
import { expect, test } from 'vitest'
import { floodLimit } from './rate-limits.ts'

const counter: HitCounter = {
  add: async () => ({ count: 1, resetAt: new Date(Date.now() + 60_000) }),
  takeBack: async () => undefined,
  forget: async () => undefined,
}

test('a sender that is gone before it is counted has no address, and is no fault of ours', async () => {
  const app = express()
  // As the socket of somebody who has hung up tells it.
  app.use((request, _, next) => {
    Object.defineProperty(request, 'ip', { value: undefined })
    next()
  })
  app.use(floodLimit(counter))
  app.get('/', (_, reply) => {
    reply.send('in')
  })
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  } finally {
    server.close()
  }
})
