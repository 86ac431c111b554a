import { createAuditRepository } from '@fieldledger/storage'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openKeySession } from '../testing/session.ts'
import { setStage } from '../testing/stage.ts'
import { startApi } from '../testing/start-api.ts'

const stage = await setStage()
const other = await startApi(stage)
afterAll(async () => {
  await other.stop()
  await stage.stop()
})

const { ours, theirs, origin, services } = stage
const admin = ours.people.admin.session
const { database } = services

async function makeKey(permissions: string[]) {
  const { status, body } = await admin('POST', '/api-keys', { name: 'ERP', permissions, days: 30 })
  expect(status).toBe(201)
  const key = String(body.key)
  return { id: String(body.id), key, session: await openKeySession(origin, key) }
}
const listed = async (id: string) =>
  ((await admin('GET', '/api-keys')).body.rows as Record<string, unknown>[]).find((one) => one.id === id)

describe('an API key', () => {
  test('is shown once, and stands nowhere in clear', async () => {
    const { id, key } = await makeKey(['form.read'])
    expect(key).toMatch(/^flk_[\w-]{43}$/)
    const row = await listed(id)
    expect(row).toMatchObject({
      name: 'ERP',
      permissions: ['form.read'],
      state: 'active',
      start: key.slice(0, 10),
    })
    expect(row).not.toHaveProperty('key')
    const { db } = database.connection
    for (const { name } of (await db?.listCollections().toArray()) ?? []) {
      const everything = JSON.stringify(await db?.collection(name).find().toArray())
      expect(everything, name).not.toContain(key)
    }
  })

  test('is not kept by an Idempotency-Key either', async () => {
    const body = { name: 'Twice', permissions: ['form.read'], days: 1 }
    const headers = { 'idempotency-key': 'once' }
    const first = await admin('POST', '/api-keys', body, headers)
    const second = await admin('POST', '/api-keys', body, headers)
    expect(second.body.key).not.toBe(first.body.key)
  })

  test('works in its own company, within its permissions and those of whoever made it', async () => {
    const { session } = await makeKey(['form.read'])
    expect((await session('GET', '/forms')).status).toBe(200)
    expect((await session('GET', '/submissions')).body.code).toBe('key-not-allowed')
    const foreign = { 'x-company-id': theirs.scope.companyId }
    expect((await session('GET', '/forms', undefined, foreign)).status).toBe(404)
    expect((await session('POST', '/me/company', { companyId: theirs.scope.companyId })).status).toBe(403)
  })

  test('makes no further keys', async () => {
    const asked = { name: 'More', permissions: ['api-key.manage'], days: 1 }
    expect((await admin('POST', '/api-keys', asked)).body.code).toBe('permission-too-wide')
  })

  test('is known to the audit by its name', async () => {
    const { session } = await makeKey(['catalogue.edit'])
    expect((await session('POST', '/customers', { name: 'By key' })).status).toBe(201)
    const entries = await createAuditRepository(database).list(ours.scope, { limit: 100 })
    expect(entries.map(({ by }) => by.name)).toContain('admin of ours by the key “ERP”')
  })

  test('ends at once where it is revoked, and as soon as it is heard of on another server', async () => {
    const { id, key, session } = await makeKey(['form.read'])
    const elsewhere = await openKeySession(other.origin, key)
    for (const ask of [session, elsewhere]) expect((await ask('GET', '/forms')).status).toBe(200)
    expect((await admin('DELETE', `/api-keys/${id}`)).status).toBe(204)
    expect((await session('GET', '/forms')).status).toBe(401)
    await vi.waitUntil(async () => (await elsewhere('GET', '/forms')).status === 401, { timeout: 3000 })
    expect(await listed(id)).toMatchObject({ state: 'revoked' })
  })

  test('ends on its day, and with the membership of whoever made it', async () => {
    const scope = ours.scope
    const facts = { name: 'Old', permissions: ['form.read'], createdBy: ours.people.field.id }
    const make = (expiresAt: Date) => services.apiKeys.create(scope, { ...facts, expiresAt })
    const over = await openKeySession(origin, (await make(new Date())).key)
    expect((await over('GET', '/forms')).status).toBe(401)
    const good = await openKeySession(origin, (await make(new Date(Date.now() + 60_000))).key)
    expect((await good('GET', '/forms')).status).toBe(200)
    await services.memberships.change(scope, { userId: facts.createdBy, change: { active: false } })
    await vi.waitUntil(async () => (await good('GET', '/forms')).status === 401, { timeout: 3000 })
  })

  test('shows when it was last used, written once for many uses', async () => {
    const { id, session } = await makeKey(['form.read'])
    expect(await listed(id)).not.toHaveProperty('lastUsedAt')
    await session('GET', '/forms')
    const used = async () => (await listed(id))?.lastUsedAt
    const first = await vi.waitUntil(used, { timeout: 5000 })
    for (let count = 0; count < 5; count += 1) await session('GET', '/forms')
    expect(await used()).toBe(first)
  })

  test.each(['flk_', 'flk_wrong', `flk_${'a'.repeat(43)}`])('that is none is nobody: %s', async (key) => {
    const session = await openKeySession(origin, key)
    expect((await session('GET', '/forms')).status).toBe(401)
  })
})
