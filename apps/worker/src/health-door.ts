import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HealthDoor {
  port: number
  close(): void
}

/** For whoever supervises a worker from outside: it has no other door. */
export async function openHealthDoor(at: {
  port: number
  host: string
  ready(): boolean
}): Promise<HealthDoor> {
  const server = createServer((request, reply) => {
    const status = statusOf(request.url ?? '', at.ready)
    reply.writeHead(status === undefined ? 404 : status.code, { 'content-type': 'application/json' })
    reply.end(JSON.stringify({ status: status?.word ?? 'not-found' }))
  })
  server.listen(at.port, at.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function statusOf(url: string, ready: () => boolean): { code: number; word: string } | undefined {
  if (url === '/health/live') return { code: 200, word: 'live' }
  if (url !== '/health/ready') return undefined
  return ready() ? { code: 200, word: 'ready' } : { code: 503, word: 'not-ready' }
}
