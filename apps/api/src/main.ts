import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startTracing } from '@fieldledger/egress'
import { parseSettings } from '@fieldledger/storage/settings'
import { createServices } from './compose/create-services.ts'
import { createApp } from './create-app.ts'
import { createHttpServer } from './create-http-server.ts'
import { createLog } from './log.ts'

/** Node's 511 are overrun when a thousand come at once: whoever finds no room asks again after 1, 3 and 7 seconds. */
const mostUnaccepted = 4096

/** Called by the launcher of the bundle. */
export async function main(): Promise<void> {
  const settings = parseSettings(process.env)
  const log = createLog(settings.logLevel)
  const { services, close } = await createServices({ settings, log, environment: process.env })
  const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))
  const tracing = await startTracing({ url: settings.tracesUrl, service: 'fieldledger-api' })
  const server = createHttpServer(createApp({ ...services, tracing }, { webFolder }))
  server.keepAliveTimeout = 65_000
  server.listen({ port: settings.port, host: settings.host, backlog: mostUnaccepted })
  await once(server, 'listening')
  log.info({ address: server.address() }, 'api is up')

  let stopping = false
  async function stop() {
    if (stopping) return
    stopping = true
    server.close()
    server.closeIdleConnections()
    // Streams never end by themselves; everything else gets a few seconds.
    setTimeout(() => server.closeAllConnections(), 3_000).unref()
    await once(server, 'close')
    await close()
    await tracing?.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
