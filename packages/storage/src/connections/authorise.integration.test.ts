import { randomBytes } from 'node:crypto'
import {
  type Connector,
  type LedgerDriver,
  LedgerUnavailable,
  type OperationName,
  PermissionMissing,
} from '@fieldledger/accounting'
import {
  beginAuthorisation,
  type ConnectionPorts,
  createConnection,
  disconnect,
  finishAuthorisation,
} from '@fieldledger/connections'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createDatabaseTokenVault } from '../vault/token-vault.ts'
import { createAuthorisationStates } from './authorisation-states.ts'
import { createCompanyChoices } from './company-choices.ts'
import { createConnectionRepository } from './connection-repository.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const provider = 'some-ledger'
const origin = 'https://fieldledger.example/api/v1/connections/callback/some-ledger'

/** A company, one of its admins, and the doors to a provider that connects the ledger company named in `code`. */
function house(company = { practice: true }) {
  const clock = {
    at: new Date('2026-11-23T10:00:00Z'),
    now: () => clock.at,
    monotonic: () => performance.now(),
  }
  const revoked: string[] = []
  const woken: string[] = []
  const connector = {
    label: 'Some Ledger',
    capabilities: {} as Connector['capabilities'],
    authorisation: {
      authoriseUrl: (_settings, state) => `https://consent.example/?state=${state}`,
      exchange: async (_settings, callbackUrl) => {
        const code = new URL(callbackUrl).searchParams.get('code') ?? ''
        if (code === 'narrow') throw new PermissionMissing('The consent leaves out files: reconnect.')
        return { companies: code.split(' ').map((id) => ({ id })), tokens: tokensOf(code) }
      },
      refresh: async () => tokensOf('again'),
      revoke: async (_settings, refreshToken) => void revoked.push(refreshToken),
    },
  } as Partial<Connector> as Connector
  const driver = {
    run: async ({ operation }: { operation: OperationName }) => {
      if (operation !== 'connect.check') throw new LedgerUnavailable('The ledger is away: try again.')
      return { id: '1', name: 'Harbour Books', currency: 'USD', documents: {} }
    },
  } as LedgerDriver
  const ports: ConnectionPorts = {
    connections: createConnectionRepository(database),
    states: createAuthorisationStates(database),
    choices: createCompanyChoices(database),
    vault: createDatabaseTokenVault({
      database,
      masterKeys: [{ id: 'k1', key: randomBytes(32) }],
      clock,
    }),
    connectorOf: (id) => (id === provider ? connector : undefined),
    settingsOf: () => ({
      baseUrl: '',
      booksUrl: '',
      authUrl: '',
      clientId: '',
      clientSecret: '',
      redirectUrl: origin,
    }),
    driverFor: () => driver,
    wake: async (_scope, connectionId) => void woken.push(connectionId),
    clock,
    newId: () => v7(),
  }
  const scope = companyScope(v7())
  const person = { id: v7(), sessionId: v7() }
  return { ports, scope, company, person, clock, revoked, woken }
}

type House = ReturnType<typeof house>

function tokensOf(code: string) {
  return {
    accessToken: `access-${code}`,
    refreshToken: `refresh-${code}`,
    accessExpiresIn: 3600,
    refreshExpiresIn: 8_640_000,
  }
}

const newConnection = ({ ports, scope, company }: House) =>
  createConnection(ports, {
    scope,
    company,
    provider,
    environment: company.practice ? 'practice' : 'production',
  })

async function consent(at: House, wish: { connectionId: string; otherLedgerConfirmed?: boolean }) {
  const { url } = await beginAuthorisation(at.ports, { ...at, ...wish })
  return new URL(url).searchParams.get('state') ?? ''
}

async function comeBack(
  at: House,
  with_: { state: string; realm?: string; more?: string },
  person = at.person,
) {
  const made = await finishAuthorisation(at.ports, {
    provider,
    url: `${origin}?code=${with_.realm ?? '4620'}&state=${with_.state}${with_.more ?? ''}`,
    person,
    companyOf: async () => at.company,
  })
  return { connectionId: 'connectionId' in made ? made.connectionId : '' }
}

async function connect(at: House, realm = '4620') {
  const { id } = await newConnection(at)
  return comeBack(at, { state: await consent(at, { connectionId: id }), realm })
}

test('a consent makes the connection active, names the ledger company and wakes what waited', async () => {
  const at = house()
  const { connectionId } = await connect(at)
  expect(await at.ports.connections.find(at.scope, connectionId)).toMatchObject({
    state: 'active',
    ledgerCompanyId: '4620',
    ledgerCompanyName: 'Harbour Books',
    currency: 'USD',
    health: { ok: true },
  })
  expect(at.woken).toEqual([connectionId])
})

test('a consent that leaves a permission out is refused, and the connection says which', async () => {
  const at = house()
  const { id } = await newConnection(at)
  const back = comeBack(at, { state: await consent(at, { connectionId: id }), realm: 'narrow' })
  await expect(back).rejects.toMatchObject({ code: 'consent-too-narrow' })
  expect(await at.ports.connections.find(at.scope, id)).toMatchObject({
    state: 'disconnected',
    health: { ok: false, message: 'The consent leaves out files: reconnect.' },
  })
})

test('several companies of a ledger that has no choice of them are refused by name, and the next consent is taken', async () => {
  const at = house()
  const { id } = await newConnection(at)
  const back = comeBack(at, { state: await consent(at, { connectionId: id }), realm: '4620+9999' })
  await expect(back).rejects.toMatchObject({ code: 'several-companies' })
  await comeBack(at, { state: await consent(at, { connectionId: id }), realm: '4620' })
  expect(await at.ports.connections.find(at.scope, id)).toMatchObject({ state: 'active' })
})

test('a state works once: replayed it is refused', async () => {
  const at = house()
  const { id } = await newConnection(at)
  const state = await consent(at, { connectionId: id })
  await comeBack(at, { state })
  await expect(comeBack(at, { state })).rejects.toMatchObject({ code: 'state-unknown' })
})

test('a state of another session, another person or another provider is refused, and used up by it', async () => {
  const at = house()
  const { id } = await newConnection(at)
  const foreign = [
    { ...at.person, sessionId: v7() },
    { ...at.person, id: v7() },
  ]
  for (const person of foreign) {
    const state = await consent(at, { connectionId: id })
    await expect(comeBack(at, { state }, person)).rejects.toMatchObject({ code: 'state-foreign' })
    await expect(comeBack(at, { state })).rejects.toMatchObject({ code: 'state-unknown' })
  }
  const state = await consent(at, { connectionId: id })
  const elsewhere = finishAuthorisation(at.ports, {
    provider: 'another-ledger',
    url: `${origin}?code=1&state=${state}`,
    person: at.person,
    companyOf: async () => at.company,
  })
  await expect(elsewhere).rejects.toMatchObject({ code: 'state-foreign' })
})

test('a state is refused after ten minutes', async () => {
  const at = house()
  const { id } = await newConnection(at)
  const state = await consent(at, { connectionId: id })
  at.clock.at = new Date(at.clock.at.getTime() + 10 * 60_000)
  await expect(comeBack(at, { state })).rejects.toMatchObject({ code: 'state-unknown' })
})

test('a declined consent is said in words and connects nothing', async () => {
  const at = house()
  const { id } = await newConnection(at)
  const state = await consent(at, { connectionId: id })
  await expect(comeBack(at, { state, more: '&error=access_denied' })).rejects.toMatchObject({
    code: 'consent-declined',
  })
  expect((await at.ports.connections.find(at.scope, id))?.state).toBe('disconnected')
})

test('a practice company can never hold a live connection, nor a real one a simulated one', async () => {
  const practice = house({ practice: true })
  const real = house({ practice: false })
  const wish = (at: House, environment: 'practice' | 'production') =>
    createConnection(at.ports, { ...at, provider, environment })
  await expect(wish(practice, 'production')).rejects.toMatchObject({ code: 'environment-forbidden' })
  await expect(wish(real, 'practice')).rejects.toMatchObject({ code: 'environment-forbidden' })
  const { id } = await newConnection(practice)
  const state = await consent(practice, { connectionId: id })
  const turnedReal = { ...practice, company: { practice: false } }
  await expect(comeBack(turnedReal, { state })).rejects.toMatchObject({ code: 'environment-forbidden' })
})

test('one ledger company has one connection in a company; a disconnected one is taken up again', async () => {
  const at = house()
  const first = await connect(at)
  await expect(connect(at)).rejects.toMatchObject({ code: 'ledger-already-connected' })
  await disconnect(at.ports, { scope: at.scope, connectionId: first.connectionId })
  const again = await connect(at)
  expect(again.connectionId).toBe(first.connectionId)
  await expect(connect(house())).resolves.toBeDefined()
})

test('G-17 reconnecting with another ledger company must be confirmed, and gets a connection of its own', async () => {
  const at = house()
  const { connectionId } = await connect(at, '4620')
  const state = await consent(at, { connectionId })
  await expect(comeBack(at, { state, realm: '9999' })).rejects.toMatchObject({ code: 'different-ledger' })
  const confirmed = await consent(at, { connectionId, otherLedgerConfirmed: true })
  const other = await comeBack(at, { state: confirmed, realm: '9999' })
  expect(other.connectionId).not.toBe(connectionId)
  expect((await at.ports.connections.find(at.scope, connectionId))?.state).toBe('disconnected')
  expect((await at.ports.connections.find(at.scope, other.connectionId))?.state).toBe('active')
})

test('disconnecting withdraws our access and erases the secrets, rules stay', async () => {
  const at = house()
  const { connectionId } = await connect(at)
  const rules = { costCodeAccounts: {}, defaultExpenseAccount: { id: '80', name: 'Job Materials' } }
  await at.ports.connections.update(at.scope, { id: connectionId, change: { rules } })
  const target = {
    id: connectionId,
    companyId: at.scope.companyId,
    provider,
    environment: 'practice' as const,
    ledgerCompanyId: '4620',
    currency: 'USD',
  }
  expect(await disconnect(at.ports, { scope: at.scope, connectionId })).toEqual({ revoked: true })
  expect(at.revoked).toEqual(['refresh-4620'])
  await expect(at.ports.vault.read(target)).rejects.toMatchObject({ code: 'reconnect-needed' })
  expect(await at.ports.connections.find(at.scope, connectionId)).toMatchObject({
    state: 'disconnected',
    rules,
  })
})
