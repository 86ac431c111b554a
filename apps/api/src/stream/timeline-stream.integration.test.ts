import { afterAll, expect, test, vi } from 'vitest'
import { openEventStream } from '../testing/open-event-stream.ts'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

const { ours, services, origin } = stage
const { submissions: submissionId } = ours.records
const address = `${origin}/api/v1/submissions/${submissionId}/timeline/stream`
const signedIn = await fetch(`${origin}/api/v1/auth/sign-in/email`, {
  method: 'POST',
  headers: { origin, 'content-type': 'application/json', 'x-fieldledger-csrf': '1' },
  body: JSON.stringify({ email: 'bookkeeper@ours.example', password: 'correct horse' }),
})
const headers = { authorization: `Bearer ${signedIn.headers.get('set-auth-token')}` }
const store = services.runtime.ports.stores.of(ours.scope)

const stamp = () =>
  services.runtime.ports.stores.transact(ours.scope, ({ timeline }) =>
    timeline.append({
      submissionId,
      stamps: [{ code: 'notified', params: {}, actor: { kind: 'system' } }],
      at: new Date(),
    }),
  )

test('a page that loses its stream again and again, while three write, sees every entry once and in order', async () => {
  const before = (await store.timeline.read({ submissionId })).length
  const each = 25
  const last = before + 3 * each
  const write = async () => {
    for (let count = 0; count < each; count += 1) await stamp()
  }
  const writing = Promise.all([write(), write(), write()])
  const seen: number[] = []
  let connections = 0
  while (seen.at(-1) !== last) {
    connections += 1
    const stream = await openEventStream(address, { headers, after: seen.at(-1) ?? 0 })
    // Each connection breaks a little later than the one before it.
    for await (const { id } of stream.parts()) {
      if (id === undefined) continue
      seen.push(id)
      if (id === last || seen.length % (connections + 2) === 0) break
    }
    stream.leave()
  }
  await writing
  expect(connections).toBeGreaterThan(5)
  expect(seen).toEqual(Array.from({ length: last }, (_, index) => index + 1))
})

test('who comes for the first time gets everything, who names a number gets what came after it', async () => {
  const entries = await store.timeline.read({ submissionId })
  const first = async (after?: number) => {
    const stream = await openEventStream(address, { headers, ...(after === undefined ? {} : { after }) })
    for await (const { id } of stream.parts()) {
      if (id === undefined) continue
      stream.leave()
      return id
    }
    return undefined
  }
  expect(await first()).toBe(1)
  expect(await first(entries.length - 1)).toBe(entries.length)
})

// The server and this test are one process: its intervals go by the hand of the test.
const byHand = () => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
const quiet = async () => {
  const { length } = await store.timeline.read({ submissionId })
  const stream = await openEventStream(address, { headers, after: length })
  const parts = stream.parts()
  expect((await parts.next()).value).toEqual({ comment: 'open' })
  return { stream, parts }
}

test('a quiet stream says every 15 seconds that it is still there', async () => {
  byHand()
  const { stream, parts } = await quiet()
  vi.advanceTimersByTime(14_999)
  vi.advanceTimersByTime(1)
  expect((await parts.next()).value).toEqual({ comment: 'still here' })
  // Had the first interval been shorter, more than one comment would wait.
  await stamp()
  vi.advanceTimersByTime(5000)
  expect((await parts.next()).value).toHaveProperty('id')
  stream.leave()
  vi.useRealTimers()
})

test('every 5 minutes the person is asked for again: who lost the company loses the stream', async () => {
  byHand()
  const { parts } = await quiet()
  const ended = (async () => {
    for await (const { id } of parts) if (id !== undefined) return 'told'
    return 'ended'
  })()
  vi.advanceTimersByTime(5 * 60_000)
  const { id } = ours.people.bookkeeper
  await services.memberships.change(ours.scope, { userId: id, change: { active: false } })
  vi.advanceTimersByTime(5 * 60_000)
  expect(await ended).toBe('ended')
  vi.useRealTimers()
  expect((await openEventStream(address, { headers })).status).not.toBe(200)
})
