import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConnectionView } from '@fieldledger/contract'
import { createUser } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '../../../apps/api/src/testing/session.ts'
import { type RunningApi, startApi } from '../../../apps/api/src/testing/start-api.ts'
import { type Sandbox, startSandbox } from '../../../apps/sandbox/src/start-sandbox.ts'
import { PracticeLedger } from '../../support/practice-ledger.ts'

const provider = 'quickbooks-online'
const password = 'correct horse'
const lists = ['vendors', 'items', 'accounts']
let dataFolder: string
let sandbox: Sandbox
let ledger: PracticeLedger
let api: RunningApi
let session: Session

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-again-'))
  sandbox = await startSandbox({ port: 0, dataFolder })
  ledger = new PracticeLedger(`${sandbox.url}/${provider}`)
  // The other program does not count its requests, as ours does.
  await ledger.setLimits({ enabled: false })
  api = await startApi({ sandboxPort: sandbox.port })
  const { database, companies, memberships } = api.services
  const settings = { name: 'Harbour', currency: 'USD', timeZone: 'UTC', practice: true }
  const { id } = await companies.create(settings)
  const email = `${v7()}@test.example`
  const user = await createUser({ database, email, name: 'Ann', password })
  await memberships.add(companyScope(id), { userId: user.id, role: 'admin' })
  session = await openSession(api.origin, { email, password })
})

afterAll(async () => {
  await api.stop()
  await sandbox.close()
  await rm(dataFolder, { recursive: true, force: true })
})

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const { status, body: answer } = await session(method, path, body)
  expect(status, `${method} ${path}: ${JSON.stringify(answer)}`).toBeLessThan(300)
  return answer as Answer
}

/** A new connection, or the one that was disconnected: through the ledger's consent page. */
async function consent(id: string, realm: string): Promise<void> {
  const { url } = await ask<{ url: string }>('POST', `/connections/${id}/authorize`, {})
  const page = new URL(url)
  const form = new URLSearchParams(page.search)
  form.set('realm', realm)
  form.set('decision', 'connect')
  const back = await fetch(`${page.origin}${page.pathname}`, {
    method: 'POST',
    headers: { origin: page.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    redirect: 'manual',
  })
  await session(
    'GET',
    `/connections/callback/${provider}${new URL(back.headers.get('location') ?? '').search}`,
  )
}

/** What the bookkeeper adds there by another program, while we are not let in. */
async function addThere(realm: string, records: Record<string, object>): Promise<void> {
  const redirectUri = 'http://127.0.0.1/another-program'
  const post = async (url: string, init: RequestInit) => {
    const answer = await fetch(url, { method: 'POST', ...init })
    expect(answer.status, url).toBe(200)
    return Object(await answer.json())
  }
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  const { code } = await post(`${ledger.origin}/_control/realms/${realm}/connect`, {
    headers: json,
    body: JSON.stringify({ redirectUri }),
  })
  const { access_token: token } = await post(`${ledger.origin}/oauth2/v1/tokens/bearer`, {
    headers: { authorization: `Basic ${btoa('practice-client:practice-secret')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
  })
  for (const [path, body] of Object.entries(records))
    await post(`${ledger.origin}/v3/company/${realm}/${path}`, {
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
}

const names = async (list: string, q: string) =>
  (await ask<{ rows: { name: string }[] }>('GET', `/${list}?q=${encodeURIComponent(q)}`)).rows.map(
    ({ name }) => name,
  )

test('S2-43 S2-44 disconnected, what was chosen and paired stays and holds again; what was added there meanwhile comes with the next import, not before', async () => {
  const { id: realm } = await ledger.makeRealm('Harbour Books')
  await ledger.moveTo(realm, 'GB')
  const { id } = await ask<{ id: string }>('POST', '/connections', { provider, environment: 'practice' })
  await consent(id, realm)
  const read = () => ask<ConnectionView>('GET', `/connections/${id}`)
  const load = () => ask('POST', `/connections/${id}/import`, { lists, apply: true })
  await load()
  const { rows: accounts } = await ask<{ rows: { reference: { id: string } }[] }>(
    'GET',
    `/connections/${id}/remote/accounts?q=Job%20Materials`,
  )
  const [exempt] = (await read()).ledger?.taxCodes?.filter(({ rate }) => rate === '0') ?? []
  await ask('PUT', `/connections/${id}/settings`, {
    rules: {
      costCodeAccounts: {},
      defaultExpenseAccount: { id: accounts[0]?.reference.id },
      taxCodes: [{ rate: '0', code: { id: exempt?.id } }],
    },
    sending: { approved: ['purchase-order'], changed: [] },
  })
  const before = await read()
  expect([before.rules.defaultExpenseAccount?.name, before.rules.taxCodes?.length]).toEqual([
    'Job Materials',
    1,
  ])
  expect(Object.values(before.linked).every((count) => count > 5)).toBe(true)

  expect(await ask('DELETE', `/connections/${id}`)).toEqual({ revoked: true })
  expect(await read()).toMatchObject({ state: 'disconnected', rules: before.rules, linked: before.linked })
  expect((await session('POST', `/connections/${id}/import`, { lists, apply: true })).status).toBe(409)
  await addThere(realm, {
    vendor: { DisplayName: 'New Quarry' },
    account: { Name: 'Quarry costs', AccountType: 'Expense' },
  })

  await consent(id, realm)
  const { rules, sending, linked, ledger: told } = await read()
  expect({ rules, sending, linked }).toEqual({
    rules: before.rules,
    sending: before.sending,
    linked: before.linked,
  })
  expect(told?.taxCodes).toEqual(before.ledger?.taxCodes)
  expect([await names('vendors', 'Quarry'), await names('accounts', 'Quarry')]).toEqual([[], []])

  await load()
  expect([await names('vendors', 'Quarry'), await names('accounts', 'Quarry')]).toEqual([
    ['New Quarry'],
    ['Quarry costs'],
  ])
  const { vendors, materials, accounts: paired } = before.linked
  expect((await read()).linked).toEqual({ vendors: vendors + 1, materials, accounts: paired + 1 })
  expect(await names('vendors', 'Cascade')).toEqual(['Cascade Lumber Supply'])
})
