import { createUser, definePeopleModels } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { openSession } from '../testing/session.ts'
import { startApi } from '../testing/start-api.ts'

const api = await startApi()
afterAll(() => api.stop())

const { database, companies, memberships } = api.services
const company = await companies.create({ name: 'Harbour', currency: 'USD', timeZone: 'UTC', practice: true })
const scope = companyScope(company.id)
const password = 'correct horse'
const { id: adminId } = await createUser({ database, email: 'boss@example.com', name: 'Boss', password })
await memberships.add(scope, { userId: adminId, role: 'admin' })
const admin = await openSession(api.origin, { email: 'boss@example.com', password })
const nobody = await openSession(api.origin)

async function invite(email = `${v7()}@example.com`) {
  const { status, body } = await admin('POST', '/invitations', { email, role: 'approver' })
  expect(status).toBe(201)
  const token = String(body.url).split('/').at(-1) ?? ''
  const accept = (person: object = {}) =>
    nobody('POST', '/invitations/accept', { token, name: 'Ann', password: 'a new secret', ...person })
  return { id: String(body.id), email, token, accept, look: () => nobody('GET', `/invitations/${token}`) }
}

describe('an invitation', () => {
  test('is listed while open, shows whoever holds it where it leads, and makes a member who can sign in', async () => {
    const { id, email, look, accept } = await invite()
    const listed = async () =>
      ((await admin('GET', '/invitations')).body.rows as { id: string }[]).map((one) => one.id)
    expect(await listed()).toContain(id)
    expect((await look()).body).toEqual({ email, role: 'approver', company: 'Harbour', hasSignIn: false })
    expect((await accept()).body).toEqual({ email, company: 'Harbour' })
    const ann = await openSession(api.origin, { email, password: 'a new secret' })
    expect((await ann('GET', '/me')).body).toMatchObject({ name: 'Ann', role: 'approver' })
    expect(await listed()).not.toContain(id)
  })

  test('is good once, also for two who open it at the same moment', async () => {
    const { email, look, accept } = await invite()
    const answers = await Promise.all([
      accept({ password: 'the first one' }),
      accept({ password: 'the other one' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const good = answers[0]?.status === 200 ? 'the first one' : 'the other one'
    const { status } = await nobody('POST', '/auth/sign-in/email', { email, password: good })
    expect(status).toBe(200)
    for (const again of [await accept(), await look()])
      expect([again.status, again.body.code]).toEqual([409, 'invitation-over'])
  })

  test('is good for seven days', async () => {
    const { id, look, accept } = await invite()
    const { invitations } = definePeopleModels(database.connection)
    const { companyId } = scope
    const made = await invitations.findOne({ companyId, _id: id }).lean()
    const days = (Number(made?.expiresAt) - Number(made?.createdAt)) / 86_400_000
    expect(days).toBe(7)
    await invitations.updateOne({ companyId, _id: id }, { $set: { expiresAt: new Date() } })
    for (const late of [await accept(), await look()])
      expect([late.status, late.body.code]).toEqual([409, 'invitation-over'])
  })

  test('asks somebody who has a sign-in for its password and changes nothing of it', async () => {
    const email = `${v7()}@example.com`
    await createUser({ database, email, name: 'Bob', password })
    const { look, accept } = await invite(email)
    expect((await look()).body.hasSignIn).toBe(true)
    expect((await accept({ password: 'not his own' })).body.code).toBe('password-wrong')
    expect((await accept({ password })).status).toBe(200)
    const bob = await openSession(api.origin, { email, password })
    expect((await bob('GET', '/me')).body).toMatchObject({ name: 'Bob', role: 'approver' })
  })

  test('is given another link, and the one before is good no longer', async () => {
    const { id, look } = await invite()
    const { status, body } = await admin('POST', `/invitations/${id}/renew`, {})
    expect(status).toBe(200)
    expect((await look()).body.code).toBe('invitation-over')
    const token = String(body.url).split('/').at(-1) ?? ''
    const joined = await nobody('POST', '/invitations/accept', {
      token,
      name: 'Ann',
      password: 'a new secret',
    })
    expect(joined.status).toBe(200)
    expect((await admin('POST', `/invitations/${id}/renew`, {})).status).toBe(404)
  })

  test('is withdrawn, and nobody joins by it any more', async () => {
    const { id, accept } = await invite()
    expect((await admin('DELETE', `/invitations/${id}`)).status).toBe(204)
    expect((await accept()).body.code).toBe('invitation-over')
    expect((await admin('DELETE', `/invitations/${id}`)).status).toBe(404)
  })

  test('keeps its token nowhere in clear', async () => {
    const { token, id } = await invite()
    const { invitations } = definePeopleModels(database.connection)
    const kept = await invitations.findOne({ companyId: scope.companyId, _id: id }).lean()
    expect(JSON.stringify(kept)).not.toContain(token)
  })
})
