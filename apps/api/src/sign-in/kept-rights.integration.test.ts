import { createMembershipRepository } from '@fieldledger/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, setStage } from '../testing/stage.ts'
import { startApi } from '../testing/start-api.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.stop())

test('a right that another server took away is gone here a moment later', async () => {
  const { scope, people } = stage.ours
  const { id, session } = people.bookkeeper
  const other = await startApi({ mongoUrl: stage.mongoUrl })
  // Only a request that names its company is answered by a membership that is kept.
  const inCompany = { 'x-company-id': scope.companyId }
  const status = async () => (await session('GET', '/connections', undefined, inCompany)).status
  expect(await status()).toBe(200)
  const elsewhere = createMembershipRepository(other.services.database)
  await elsewhere.change(scope, { userId: id, change: { role: 'field' } })
  await expect.poll(status, { timeout: 2000 }).toBe(403)
  await elsewhere.change(scope, { userId: id, change: { role: 'bookkeeper' } })
  await other.stop()
})

test('a session that ended here is refused by the very next request', async () => {
  const { session } = stage.ours.people.other
  expect((await session('GET', '/me')).status).toBe(200)
  expect((await session('POST', '/auth/sign-out', {})).status).toBe(200)
  expect((await session('GET', '/me')).status).toBe(401)
})

test('what an admin changed here holds for the very next request of anybody', async () => {
  const { people } = stage.ours
  const { id, session } = people.viewer
  expect((await session('GET', '/submissions')).status).toBe(200)
  expect((await people.admin.session('PATCH', `/people/${id}`, { active: false })).status).toBeLessThan(300)
  expect((await session('GET', '/submissions')).status).toBe(403)
})
