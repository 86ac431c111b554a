import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { migrate, parseSettings } from '@fieldledger/storage'
import { v7 } from 'uuid'
import { createServices } from '../compose/create-services.ts'
import { createApp } from '../create-app.ts'
import { createHttpServer } from '../create-http-server.ts'
import { createLog } from '../log.ts'
import type { Services } from '../services.ts'

export class NoTestDatabase extends Error {
  readonly code = 'no-test-database'
  readonly retryable = false

  constructor() {
    super('FIELDLEDGER_TEST_MONGODB_URL is missing: run integration tests through npm test.')
    this.name = 'NoTestDatabase'
  }
}

export interface RunningApi {
  origin: string
  mongoUrl: string
  services: Services
  stop(): Promise<void>
}

/** The shipped server on a port of its own, and on a database of its own unless it stands beside another one. */
export async function startApi(
  beside: Partial<Pick<RunningApi, 'mongoUrl'>> & { sandboxPort?: number } = {},
): Promise<RunningApi> {
  const { mongoUrl = ownDatabase(), sandboxPort } = beside
  await migrate({ mongoUrl })
  const settings = parseSettings({
    FIELDLEDGER_MONGODB_URL: mongoUrl,
    FIELDLEDGER_AUTH_SECRET: randomBytes(32).toString('hex'),
    FIELDLEDGER_DATA: tmpdir(),
    FIELDLEDGER_MASTER_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    FIELDLEDGER_LOG_LEVEL: 'error',
    ...(sandboxPort === undefined ? {} : { FIELDLEDGER_SANDBOX_PORT: String(sandboxPort) }),
  })
  const { services, close } = await createServices({
    settings,
    log: createLog(settings.logLevel),
    environment: {},
  })
  const server = createHttpServer(createApp(services, { webFolder: tmpdir() }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    mongoUrl,
    services,
    async stop() {
      server.closeAllConnections()
      server.close()
      if (beside.mongoUrl === undefined) await services.database.connection.dropDatabase()
      await close()
    },
  }
}

function ownDatabase(): string {
  const given = process.env.FIELDLEDGER_TEST_MONGODB_URL
  if (given === undefined) throw new NoTestDatabase()
  const url = new URL(given)
  url.pathname = `/api-${v7()}`
  return url.toString()
}
