import { type ChildProcess, execFile, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ConnectionTarget } from '@fieldledger/accounting'
import { type CataloguePorts, importFromLedger } from '@fieldledger/catalogue'
import {
  beginAuthorisation,
  type ConnectionPorts,
  checkHealth,
  connectionTarget,
  createConnection,
  disconnect,
  findActiveConnection,
  finishAuthorisation,
  saveRules,
} from '@fieldledger/connections'
import {
  connectorOf,
  connectors,
  createHttpDriver,
  practiceOrigins,
  providerSettings,
} from '@fieldledger/connectors'
import { createEgress } from '@fieldledger/egress'
import {
  connectDatabase,
  createAuthorisationStates,
  createCatalogueRepository,
  createCompanyChoices,
  createConnectionRepository,
  createDatabaseTokenVault,
  createJournal,
  createLedgerConnections,
  createLinkRepository,
  createRateBudget,
  type Database,
  migrate,
} from '@fieldledger/storage'
import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { root } from '../../../apps/local/src/house/root.ts'
import { type Sandbox, startSandbox } from '../../../apps/sandbox/src/start-sandbox.ts'
import { PracticeLedger } from '../../support/practice-ledger.ts'
import type { RenewingTask } from './renewing-process.ts'

const provider = 'quickbooks-online'
const practice = { practice: true }
const person = { id: v7(), sessionId: v7() }
const clock = { now: () => new Date(), monotonic: () => performance.now() }
const masterKeys = [{ id: 'k1', key: randomBytes(32) }] as const
const bundler = join(root, 'apps', 'local', 'bundle.mjs')
const renewing = {
  source: fileURLToPath(new URL('renewing-process.ts', import.meta.url)),
  program: join(root, 'test-results', 'renewing', 'process.js'),
}

let mongoUrl: string
let dataFolder: string
let sandbox: Sandbox
let database: Database
let ledger: PracticeLedger
let ports: ConnectionPorts & { catalogue: CataloguePorts }
let closeEgress: () => Promise<void>

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-connect-'))
  sandbox = await startSandbox({ port: 0, dataFolder })
  ledger = new PracticeLedger(`${sandbox.url}/${provider}`)
  const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  url.pathname = `/connect-${v7()}`
  mongoUrl = url.toString()
  await migrate({ mongoUrl })
  database = await connectDatabase(mongoUrl)
  ports = composePorts()
})

afterAll(async () => {
  await closeEgress()
  await database.connection.dropDatabase()
  await database.close()
  await sandbox.close()
  await rm(dataFolder, { recursive: true, force: true })
})

const newVault = () => createDatabaseTokenVault({ database, masterKeys, clock })

function composePorts() {
  const server = { providers: {}, sandboxPort: sandbox.port, publicUrl: 'http://127.0.0.1:4000' }
  const egress = createEgress({ allow: practiceOrigins(connectors, server) })
  closeEgress = () => egress.close()
  const settingsOf = (id: string) => providerSettings(connectorOf(id), { ...server, environment: 'practice' })
  const driverFor = (connection: ConnectionTarget) =>
    createHttpDriver({
      connector: connectorOf(provider),
      connection,
      settings: settingsOf(provider),
      egress,
      journal: createJournal(database),
      tokens: newVault(),
      budget: createRateBudget(database),
      clock,
    })
  const shared = { driverFor, clock, newId: () => v7() }
  return {
    ...shared,
    connections: createConnectionRepository(database),
    states: createAuthorisationStates(database),
    choices: createCompanyChoices(database),
    vault: newVault(),
    connectorOf,
    settingsOf,
    wake: async () => undefined,
    catalogue: {
      ...shared,
      catalogue: createCatalogueRepository(database),
      links: createLinkRepository(database),
      connections: createLedgerConnections({ database, connectorOf }),
      wakeHeld: async () => undefined,
    },
  }
}

/** Through the consent page, as a browser would: presses Connect and follows where it leads. */
async function connectBooks(scope: CompanyScope, name: string): Promise<ConnectionTarget> {
  const { id } = await createConnection(ports, {
    scope,
    company: practice,
    provider,
    environment: 'practice',
  })
  const wish = { scope, company: practice, person, connectionId: id }
  const page = new URL((await beginAuthorisation(ports, wish)).url)
  const form = new URLSearchParams(page.search)
  form.set('company_name', name)
  form.set('decision', 'connect')
  const answer = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    headers: { origin: page.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    redirect: 'manual',
  })
  const url = answer.headers.get('location') ?? ''
  const made = await finishAuthorisation(ports, { provider, url, person, companyOf: async () => practice })
  const connectionId = 'connectionId' in made ? made.connectionId : never()
  return connectionTarget(await findActiveConnection(ports, { scope, connectionId }))
}

test('consent, health, import and disconnect against the practice ledger', async () => {
  const scope = companyScope(v7())
  const target = await connectBooks(scope, 'Harbour Construction')
  const connection = await ports.connections.find(scope, target.id)
  expect(connection).toMatchObject({ ledgerCompanyName: 'Harbour Construction', health: { ok: true } })

  const wish = { scope, connectionId: target.id, lists: ['vendors', 'items', 'accounts'] as const }
  await importFromLedger(ports.catalogue, { ...wish, apply: true })
  const first = await ports.catalogue.links.count(scope, `${provider}|practice|${target.ledgerCompanyId}`)
  const again = await importFromLedger(ports.catalogue, { ...wish, apply: true })
  expect(first.vendor).toBeGreaterThan(5)
  expect(first.material).toBeGreaterThan(5)
  expect(first.account).toBeGreaterThan(20)
  const outcomes = new Set(again.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)))
  expect(outcomes).toEqual(new Set(['already-linked', 'skip-inactive']))

  expect(await disconnect(ports, { scope, connectionId: target.id })).toEqual({ revoked: true })
  expect(await ports.catalogue.links.count(scope, `${provider}|practice|${target.ledgerCompanyId}`)).toEqual(
    first,
  )
})

test('20 processes renew one sign-in at the same moment: the ledger, which withdraws a family when a token comes twice, is asked once', async () => {
  const scope = companyScope(v7())
  const target = await connectBooks(scope, 'Racing Construction')
  const [{ id, key }] = masterKeys
  const task: RenewingTask = {
    ...{ mongoUrl, target, sandboxPort: sandbox.port },
    masterKey: { id, key: key.toString('base64') },
  }
  await promisify(execFile)(process.execPath, [bundler, '--whole', renewing.source, renewing.program])
  const racing = Array.from({ length: 20 }, () => fork(renewing.program, [JSON.stringify(task)]))
  onTestFinished(() => {
    for (const each of racing) each.kill('SIGKILL')
  })
  expect(new Set(await Promise.all(racing.map(heardOf)))).toEqual(new Set(['ready']))
  const before = grantsWritten().length
  const told = racing.map(heardOf)
  for (const each of racing) each.send('go')
  expect(new Set(await Promise.all(told))).toEqual(new Set([2]))
  expect(grantsWritten().slice(before)).toEqual(['refreshed'])
  const health = await checkHealth(ports, { scope, connectionId: target.id })
  expect(health).toMatchObject({ state: 'active', health: { ok: true } })
}, 60_000)

function heardOf(child: ChildProcess): Promise<unknown> {
  const said = once(child, 'message').then(([message]) => message)
  return Promise.race([said, once(child, 'exit').then(() => 'it ended')])
}

/** What the ledger itself wrote down of sign-ins: each renewal, each family withdrawn. */
function grantsWritten(): string[] {
  const lines = readFileSync(join(dataFolder, 'sandbox', `${provider}.jsonl`), 'utf8').split('\n')
  return lines.filter(Boolean).flatMap((line) => {
    const { type } = JSON.parse(line)
    return type === 'refreshed' || type === 'revoked' ? [type] : []
  })
}

test('the control: the same refresh token sent twice does lose the connection, and a person is asked', async () => {
  const scope = companyScope(v7())
  const target = await connectBooks(scope, 'Careless Construction')
  const { refreshToken } = await newVault().read(target)
  const settings = ports.settingsOf(provider, 'practice') ?? never()
  await connectorOf(provider).authorisation.refresh(settings, refreshToken)
  await ledger.expireTokens(target.ledgerCompanyId)
  const health = await checkHealth(ports, { scope, connectionId: target.id })
  expect(health).toMatchObject({ state: 'needs-reconnect', health: { ok: false } })
})

test('expired access tokens are renewed on the way, unseen by anybody', async () => {
  const scope = companyScope(v7())
  const target = await connectBooks(scope, 'Patient Construction')
  await ledger.expireTokens(target.ledgerCompanyId)
  const health = await checkHealth(ports, { scope, connectionId: target.id })
  expect(health).toMatchObject({ state: 'active', health: { ok: true } })
})

test('G-14 S1-01 the tax codes of a company outside of the United States are read at each look, and one is chosen from them only', async () => {
  const scope = companyScope(v7())
  const { id: connectionId, ledgerCompanyId } = await connectBooks(scope, 'Thames Construction')
  const before = await findActiveConnection(ports, { scope, connectionId })
  expect([before.ledger?.purchaseTax, before.imported?.['tax-rates']]).toEqual([false, undefined])
  await ledger.moveTo(ledgerCompanyId, 'GB')
  const { ledger: facts, imported } = await checkHealth(ports, { scope, connectionId })
  expect(facts?.purchaseTax).toBe(true)
  expect(facts?.taxCodes?.filter(({ rate }) => rate === '0').map(({ name }) => name)).toContain('Exempt')
  expect(imported?.['tax-rates']).toBeInstanceOf(Date)
  const exempt = facts?.taxCodes?.find(({ name }) => name === 'Exempt') ?? never()
  const choose = (rate: string, id: string) => {
    const rules = { costCodeAccounts: {}, taxCodes: [{ rate, code: { id } }] }
    return saveRules(ports, { scope, connectionId, accounts: [], rules })
  }
  expect(await choose('0', exempt.id)).toMatchObject({ taxCodes: [{ code: { name: 'Exempt' } }] })
  await expect(choose('20', exempt.id)).rejects.toMatchObject({ code: 'tax-code-unknown' })
})

class NoSettings extends Error {
  readonly code = 'no-settings'
  readonly retryable = false
}

function never(): never {
  throw new NoSettings()
}
