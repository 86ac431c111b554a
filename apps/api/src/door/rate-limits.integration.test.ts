import { createUser } from '@fieldledger/storage'
import { afterAll, expect, test } from 'vitest'
import { openSession } from '../testing/session.ts'
import { startApi } from '../testing/start-api.ts'

const one = await startApi()
const other = await startApi(one)
afterAll(async () => {
  await other.stop()
  await one.stop()
})

const { database, hits } = one.services

test('two servers count failed sign-ins together, and one person’s failures lock nobody else out', async () => {
  const password = 'correct horse'
  for (const email of ['guessed@example.com', 'quiet@example.com'])
    await createUser({ database, email, name: email, password })
  const doors = [await openSession(one.origin), await openSession(other.origin)]
  const signIn = (turn: number, who: { email: string; password: string }) =>
    doors[turn % 2]?.('POST', '/auth/sign-in/email', who)
  for (let turn = 0; turn < 20; turn += 1)
    expect((await signIn(turn, { email: 'guessed@example.com', password: 'wrong' }))?.status).toBe(401)
  for (const turn of [0, 1]) {
    const refused = await signIn(turn, { email: 'guessed@example.com', password })
    expect(refused?.status).toBe(429)
    expect(refused?.body.code).toBe('too-often')
    expect((await signIn(turn, { email: 'quiet@example.com', password }))?.status).toBe(200)
  }
})

test('many at once are each counted, and a window that is over begins anew', async () => {
  const hit = (windowMs: number) => hits.add('somebody', { by: 1, windowMs })
  const counts = await Promise.all(Array.from({ length: 20 }, () => hit(60_000)))
  expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
  await hits.takeBack('somebody')
  expect((await hits.add('somebody', { by: 0, windowMs: 60_000 })).count).toBe(19)
  await hits.add('over', { by: 5, windowMs: -1 })
  expect((await hits.add('over', { by: 1, windowMs: 60_000 })).count).toBe(1)
})
