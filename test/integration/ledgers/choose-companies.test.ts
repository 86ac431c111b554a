import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerDriver } from '@fieldledger/accounting'
import { connectionTarget, findActiveConnection } from '@fieldledger/connections'
import { createConnectionRepository, createUser } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '../../../apps/api/src/testing/session.ts'
import { type RunningApi, startApi } from '../../../apps/api/src/testing/start-api.ts'
import { type Sandbox, startSandbox } from '../../../apps/sandbox/src/start-sandbox.ts'
import { PracticeLedger } from '../../support/practice-ledger.ts'

/** One consent may open several of its organisations. */
const provider = 'xero'
const password = 'correct horse'
let dataFolder: string
let sandbox: Sandbox
let ledger: PracticeLedger
let api: RunningApi

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-choose-'))
  sandbox = await startSandbox({ port: 0, dataFolder })
  ledger = new PracticeLedger(`${sandbox.url}/${provider}`)
  api = await startApi({ sandboxPort: sandbox.port })
})

afterAll(async () => {
  await api.stop()
  await sandbox.close()
  await rm(dataFolder, { recursive: true, force: true })
})

async function makeAdmin(companyId?: string) {
  const { database, companies, memberships } = api.services
  const settings = { name: 'Harbour', currency: 'USD', timeZone: 'UTC', practice: true }
  const id = companyId ?? (await companies.create(settings)).id
  const email = `${v7()}@test.example`
  const user = await createUser({ database, email, name: 'Ann', password })
  await memberships.add(companyScope(id), { userId: user.id, role: 'admin' })
  return { companyId: id, session: await openSession(api.origin, { email, password }) }
}

const makeOrganisations = (...names: string[]) =>
  Promise.all(names.map(async (name) => ({ ...(await ledger.makeRealm(name)), name })))

/** Presses Connect, opens these organisations on the ledger's page, and comes back. */
async function consent(session: Session, opened: { organisations: { id: string }[]; connection?: string }) {
  const wanted = { provider, environment: 'practice' }
  const id = opened.connection ?? String((await session('POST', '/connections', wanted)).body.id)
  const page = new URL(String((await session('POST', `/connections/${id}/authorize`, {})).body.url))
  const form = new URLSearchParams(page.search)
  for (const organisation of opened.organisations) form.append('tenant', organisation.id)
  form.set('decision', 'allow')
  const back = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    headers: { origin: page.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    redirect: 'manual',
  })
  const { search } = new URL(back.headers.get('location') ?? '')
  const { headers } = await session('GET', `/connections/callback/${provider}${search}`)
  return headers.get('location') ?? ''
}

const choiceIn = (page: string) => /^\/connections\/choose\/(.+)$/.exec(page)?.[1] ?? `no choice: ${page}`
const choose = (session: Session, choice: { id: string; companies: string[] }) =>
  session('POST', `/company-choices/${choice.id}`, { companies: choice.companies })

async function openBoth(names: [string, string]) {
  const { companyId, session } = await makeAdmin()
  const organisations = await makeOrganisations(...names)
  const id = choiceIn(await consent(session, { organisations }))
  return { companyId, session, organisations, id, companies: organisations.map((each) => each.id) }
}

async function connectBoth(names: [string, string]) {
  const opened = await openBoth(names)
  const { body } = await choose(opened.session, opened)
  const ids = body.connectionIds as string[]
  return { ...opened, connections: await Promise.all(ids.map((id) => reached(opened.companyId, id))) }
}

/** One connection with the driver that the worker would use. */
async function reached(companyId: string, connectionId: string) {
  const connections = createConnectionRepository(api.services.database)
  const scope = companyScope(companyId)
  const target = connectionTarget(await findActiveConnection({ connections }, { scope, connectionId }))
  const driver: LedgerDriver = api.services.driverFor(target)
  const call = { companyId, connectionId }
  return {
    id: connectionId,
    target,
    read: () => driver.run({ operation: 'vendor.list', input: {}, scope: call }),
    write: (name: string) =>
      driver.run({ operation: 'vendor.create', input: { name }, scope: { ...call, requestKey: v7() } }),
  }
}

test('a consent that opens two organisations lets its person choose both: each reads and writes its own books', async () => {
  const { session, id, companies, connections } = await connectBoth(['Quay Ltd', 'Pier Ltd'])
  expect(connections).toHaveLength(2)
  const { rows } = (await session('GET', '/connections')).body as { rows: Record<string, unknown>[] }
  expect(rows.map(({ state, name, ledgerCompany }) => [state, name, ledgerCompany])).toEqual([
    ['active', 'Xero: Quay Ltd', 'Quay Ltd'],
    ['active', 'Xero: Pier Ltd', 'Pier Ltd'],
  ])
  const [quay, pier] = connections
  const mark = `Only in Quay ${id}`
  await quay?.write(mark)
  const names = async (of: typeof quay) => (await of?.read())?.rows.map(({ name }) => name) ?? []
  expect(await names(quay)).toContain(mark)
  expect(await names(pier)).not.toContain(mark)
  expect(connections.map(({ target }) => target.ledgerCompanyId)).toEqual(companies)
  await pier?.write(mark)
})

test('both live on one sign-in: one renewal serves both, and a withdrawn one asks for both', async () => {
  const { companyId, connections } = await connectBoth(['Lock Ltd', 'Weir Ltd'])
  const { vault } = api.services
  const kept = () => Promise.all(connections.map(({ target }) => vault.read(target)))
  const [before] = await kept()
  await ledger.expireTokens('')
  await Promise.all(connections.map(({ read }) => read()))
  const [one, other] = await kept()
  expect(one).toEqual(other)
  expect(one?.version).toBe((before?.version ?? 0) + 1)

  const target = connections[0]?.target
  if (target === undefined || one === undefined) return expect.unreachable()
  const { settingsOf, connectors } = api.services
  const { authorisation } = connectors.find((each) => each.id === provider) ?? expect.unreachable()
  const settings = settingsOf(provider, 'practice') ?? expect.unreachable()
  await authorisation.revoke(settings, one.refreshToken)
  await expect(connections[1]?.read()).rejects.toMatchObject({ code: 'reconnect-needed' })
  const states = await createConnectionRepository(api.services.database).list(companyScope(companyId))
  expect(states.map(({ state }) => state)).toEqual(['needs-reconnect', 'needs-reconnect'])
})

test('one that is disconnected leaves the sign-in to the other; the last one ends it', async () => {
  const { session, connections } = await connectBoth(['Mole Ltd', 'Dock Ltd'])
  const [mole, dock] = connections
  const leave = (of: typeof mole) => session('DELETE', `/connections/${of?.id}`)
  expect((await leave(mole)).body).toEqual({ revoked: true })
  await expect(mole?.read()).rejects.toMatchObject({ code: expect.any(String) })
  expect((await dock?.read())?.rows.length).toBeGreaterThan(0)
  expect((await leave(dock)).body).toEqual({ revoked: true })
  await expect(dock?.read()).rejects.toMatchObject({ code: 'reconnect-needed' })
})

test('reconnecting one takes the other with it when the new consent opens both', async () => {
  const { session, organisations, connections } = await connectBoth(['Buoy Ltd', 'Mast Ltd'])
  const [buoy, mast] = connections
  const connections_ = createConnectionRepository(api.services.database)
  const scope = companyScope(buoy?.target.companyId ?? '')
  for (const { id } of connections)
    await connections_.update(scope, { id, change: { state: 'needs-reconnect' } })
  const page = await consent(session, { organisations, connection: buoy?.id ?? '' })
  expect(page).toBe(`/connections/${buoy?.id}`)
  expect((await connections_.list(scope)).map(({ state }) => state)).toEqual(['active', 'active'])
  expect((await mast?.read())?.rows.length).toBeGreaterThan(0)
})

test('what is connected already is told, and where one is left there is nothing to choose', async () => {
  const { session, organisations } = await openBoth(['Hull Ltd', 'Keel Ltd'])
  const [hull, keel] = organisations
  const third = await ledger.makeRealm('Deck Ltd')
  expect(await consent(session, { organisations: hull ? [hull] : [] })).toMatch(/^\/connections\/[0-9a-f-]+$/)
  const all = choiceIn(await consent(session, { organisations: [...organisations, third] }))
  const { companies } = (await session('GET', `/company-choices/${all}`)).body as { companies: object[] }
  expect(companies).toEqual([
    { id: hull?.id, name: 'Hull Ltd', connected: true },
    { id: keel?.id, name: 'Keel Ltd', connected: false },
    { id: third.id, name: 'Deck Ltd', connected: false },
  ])
  const twice = await choose(session, { id: all, companies: [String(hull?.id)] })
  expect([twice.status, twice.body.code]).toEqual([409, 'ledger-already-connected'])
  const foreign = await choose(session, { id: all, companies: [v7()] })
  expect([foreign.status, foreign.body.code]).toEqual([409, 'company-not-offered'])
  expect(await consent(session, { organisations })).toMatch(/^\/connections\/[0-9a-f-]+$/)
})

test('a choice that is over, made before, of another company, person or sign-in is refused with a sentence', async () => {
  const opened = await openBoth(['Sail Ltd', 'Rope Ltd'])
  const colleague = await makeAdmin(opened.companyId)
  const stranger = await makeAdmin()
  const refusal = async (session: Session) => {
    const { status, body } = await choose(session, opened)
    return [status, body.code, body.detail]
  }
  const over = [
    409,
    'state-unknown',
    'This consent was used already or is older than ten minutes: press Connect again.',
  ]
  expect(await refusal(stranger.session)).toEqual(over)
  expect(await refusal(colleague.session)).toEqual([
    409,
    'state-foreign',
    'This consent was begun in another sign-in or another browser: press Connect again in this one.',
  ])
  expect((await choose(opened.session, opened)).status).toBe(200)
  expect(await refusal(opened.session)).toEqual(over)

  const late = await openBoth(['Tide Ltd', 'Moon Ltd'])
  const { connection } = api.services.database
  const past = new Date(Date.now() - 1)
  await connection
    .collection('companyChoices')
    .updateOne({ companyId: late.companyId }, { $set: { expiresAt: past } })
  const { status, body } = await choose(late.session, late)
  expect([status, body.code]).toEqual([409, 'state-unknown'])
  const held = await connection.collection('secrets').findOne({ companyId: late.companyId })
  expect(held?.dropAt).toBeInstanceOf(Date)
})
