import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OtherSystem {
  origin: string
  /** How often it was called with each idempotency key. */
  calls: ReadonlyMap<string, number>
  close(): void
}

/** Another system that workflows tell of each order; it remembers the keys, as one does that must not act twice. */
export async function openOtherSystem(): Promise<OtherSystem> {
  const calls = new Map<string, number>()
  const server = createServer((request, answer) => {
    const key = String(request.headers['idempotency-key'])
    request.resume().on('end', () => {
      calls.set(key, (calls.get(key) ?? 0) + 1)
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"taken":true}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
