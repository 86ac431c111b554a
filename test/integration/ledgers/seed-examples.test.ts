import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConnectionView, Page, SubmissionView } from '@fieldledger/contract'
import { connectDatabase, createAgendaDoorbell, createChanges, migrate } from '@fieldledger/storage'
import { parseSettings } from '@fieldledger/storage/settings'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createServices } from '../../../apps/api/src/compose/create-services.ts'
import { createApp } from '../../../apps/api/src/create-app.ts'
import { createLog } from '../../../apps/api/src/log.ts'
import { exampleOrders } from '../../../apps/local/src/practice/example-orders.ts'
import { makePractice } from '../../../apps/local/src/practice/make-practice.ts'
import { harbour } from '../../../apps/local/src/practice/practice-companies.ts'
import { seedExamples } from '../../../apps/local/src/practice/seed-examples.ts'
import { startSandbox } from '../../../apps/sandbox/src/start-sandbox.ts'
import { composeRuntime } from '../../../apps/worker/src/compose-runtime.ts'
import { startWorker } from '../../../apps/worker/src/start-worker.ts'
import { type HttpSession, signIn } from '../../support/http-session.ts'
import { PracticeLedger } from '../../support/practice-ledger.ts'

const closers: (() => Promise<unknown>)[] = []
let apiUrl: string
let ledger: PracticeLedger
let bookkeeper: HttpSession

beforeAll(async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-examples-'))
  closers.push(() => rm(dataFolder, { recursive: true, force: true }))
  const sandbox = await startSandbox({ port: 0, dataFolder })
  closers.push(() => sandbox.close())
  ledger = new PracticeLedger(`${sandbox.url}/quickbooks-online`)
  const server = createServer()
  apiUrl = `http://127.0.0.1:${await listen(server)}`
  const mongoUrl = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  mongoUrl.pathname = `/examples-${v7()}`
  const environment = {
    FIELDLEDGER_MONGODB_URL: mongoUrl.toString(),
    FIELDLEDGER_MASTER_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    FIELDLEDGER_AUTH_SECRET: randomBytes(32).toString('hex'),
    FIELDLEDGER_DATA: dataFolder,
    FIELDLEDGER_PUBLIC_URL: apiUrl,
    FIELDLEDGER_SANDBOX_PORT: String(sandbox.port),
    FIELDLEDGER_LOG_LEVEL: 'warn',
  }
  const settings = parseSettings(environment)
  await migrate({ mongoUrl: settings.mongodbUrl })
  await makePractice({ mongoUrl: settings.mongodbUrl, settings })

  const log = createLog('warn')
  const { services, close } = await createServices({ settings, log, environment })
  server.on('request', createApp(services, { webFolder: dataFolder }))
  closers.push(close, async () => {
    server.closeAllConnections()
    server.close()
  })

  const database = await connectDatabase(settings.mongodbUrl)
  const changes = createChanges(database)
  const doorbell = createAgendaDoorbell({ database, changes })
  const work = composeRuntime({ settings, environment, database, changes, doorbell })
  const worker = await startWorker({
    runtime: work.runtime,
    doorbell,
    sendMails: async () => undefined,
    watchDueWork: async () => undefined,
    onError: (error) => log.warn({ err: error }, 'worker'),
  })
  closers.push(async () => {
    await worker.stop()
    await changes.close()
    await work.close()
    await database.connection.dropDatabase()
    await database.close()
  })
}, 120_000)

afterAll(async () => {
  for (const close of closers.reverse()) await close()
})

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const ledgerStateOf = async (id: string | undefined) =>
  (await bookkeeper.get<SubmissionView>(`/submissions/${id}`)).ledger[0]?.state

test('Harbour Construction gets finished examples whose effects stand in the practice books, once', async () => {
  const password = 'practice'
  await seedExamples({ apiUrl, password })
  await seedExamples({ apiUrl, password })
  const session = await signIn({ origin: apiUrl, email: 'bookkeeper@practice.example', password })
  bookkeeper = session.inCompany(harbour.id)

  const [lumber, concrete, cable, rock, steel] = exampleOrders
  await vi.waitFor(
    async () => {
      expect(await ledgerStateOf(lumber?.id)).toBe('verified')
      expect(await ledgerStateOf(concrete?.id)).toBe('verified')
      expect(await ledgerStateOf(rock?.id)).toBe('needs-attention')
    },
    { timeout: 60_000, interval: 250 },
  )
  const statusOf = async (id: string | undefined) =>
    (await bookkeeper.get<SubmissionView>(`/submissions/${id}`)).status
  expect(await statusOf(cable?.id)).toBe('rejected')
  expect(await statusOf(steel?.id)).toBe('pending')

  const { rows } = await bookkeeper.get<Page<ConnectionView>>('/connections')
  expect(rows).toMatchObject([{ state: 'active', environment: 'practice', ledgerCompany: harbour.name }])
  expect((await ledger.realms()).filter(({ name }) => name === harbour.name).length).toBe(1)
  const { entities } = await ledger.books(rows[0]?.ledgerCompanyId ?? '')
  expect(entities.PurchaseOrder.length).toBe(2)
  const first = entities.PurchaseOrder.find(({ VendorRef }) => VendorRef.name === lumber?.vendor)
  const details = first?.Line.map(({ DetailType }) => DetailType)
  expect(details).toEqual([
    'ItemBasedExpenseLineDetail',
    'ItemBasedExpenseLineDetail',
    'AccountBasedExpenseLineDetail',
  ])
}, 120_000)
