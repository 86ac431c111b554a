import { createUser } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, expect, test } from 'vitest'
import { openSession } from '../testing/session.ts'
import { startApi } from '../testing/start-api.ts'

const api = await startApi()
afterAll(() => api.stop())

const { database, companies, memberships, runtime } = api.services
const company = await companies.create({ name: 'Harbour', currency: 'USD', timeZone: 'UTC', practice: true })
const scope = companyScope(company.id)
const password = 'correct horse'
const { id } = await createUser({ database, email: 'logo@example.com', name: 'Boss', password })
await memberships.add(scope, { userId: id, role: 'admin' })
const admin = await openSession(api.origin, { email: 'logo@example.com', password })

/** One red point. */
const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'
/** A picture of 20,000 × 20,000 points, by what its first bytes say. */
const vast = 'iVBORw0KGgoAAAANSUhEUgAATiAAAE4gCAIAAABsEtFuAAAAAElFTkSuQmCC'

test('a logo is kept, handed to whoever prints, and removed', async () => {
  expect((await admin('GET', '/company/logo')).body).toEqual({})
  const bytes = point
  expect((await admin('PUT', '/company/logo', { bytes })).status).toBe(204)
  expect((await admin('GET', '/company/logo')).body).toEqual({ logo: { contentType: 'image/png', bytes } })
  expect((await runtime.ports.people.logo({ scope }))?.contentType).toBe('image/png')
  expect((await admin('DELETE', '/company/logo')).status).toBe(204)
  expect(await runtime.ports.people.logo({ scope })).toBeUndefined()
})

test('what is no picture, a cut one or a vast one is refused with what to do, and nothing is kept', async () => {
  const refused = async (bytes: string) => {
    const { status, body } = await admin('PUT', '/company/logo', { bytes })
    return [status, body.code]
  }
  expect(await refused(Buffer.from('<svg onload="alert(1)"/>').toString('base64'))).toEqual([
    422,
    'logo-unreadable',
  ])
  expect(await refused(point.slice(0, 52))).toEqual([422, 'logo-unreadable'])
  expect(await refused(vast)).toEqual([422, 'logo-too-large'])
  expect((await admin('GET', '/company/logo')).body).toEqual({})
})
