import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The other system that every run calls once: takes anything, answers at once. */
export async function serveStub(): Promise<{ origin: string; calls(): number; stop(): void }> {
  let calls = 0
  const server = createServer((request, answer) => {
    request.resume().on('end', () => {
      calls += 1
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"taken":true}')
    })
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    calls: () => calls,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
