import { afterEach, expect, test, vi } from 'vitest'
import { createWorkerLog } from '../../../apps/worker/src/create-worker-log.ts'
import type { WorkAt } from '../../../apps/worker/src/under-way.ts'
import { startWorkerLoop } from '../../../apps/worker/src/worker-loop.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const secrets = ['eyJhbGciOiJIUzI1NiJ9.c2VjcmV0c2VjcmV0.c2ln', 'fl_live_hunter2', 'hunter3', 'hunter4']
const [token = '', apiKey = '', password = '', clientSecret = ''] = secrets

/** As drivers of databases and ledgers fail: with the request that they made. */
function talkative(): Error {
  const request = { headers: { authorization: `Bearer ${token}`, 'x-api-key': apiKey }, password }
  return Object.assign(new RangeError(`mongodb://ledger:${password}@db/x said no to Bearer ${token}`), {
    request,
    config: { client_secret: clientSecret },
  })
}

test('a worker writes lines of JSON that name the run and the effect, and whatever fails, no secret stands in them', async () => {
  scene = await openScene({ approval: false })
  const { runtime, workerId } = scene
  const written: string[] = []
  const log = createWorkerLog({ level: 'info' }, { write: (line: string) => void written.push(line) })
  const lines = () => written.map((line): Record<string, unknown> => JSON.parse(line))
  const loop = startWorkerLoop({
    runtime,
    workerId,
    fresh: () => true,
    onPass: () => undefined,
    onEffect: (worked) => log.info(worked, 'Worked on an effect'),
    onError: (error: unknown, at: WorkAt = {}) => log.error({ err: error, ...at }, 'Something failed'),
  })
  const { id } = await scene.submit()
  loop.wake()
  await vi.waitFor(
    async () => {
      const { confirmation } = await scene.createEffect(id)
      expect(confirmation?.verified).toBe('verified')
      expect(lines().length).toBeGreaterThan(0)
    },
    { timeout: 20_000, interval: 50 },
  )
  const effect = await scene.createEffect(id)
  const run = effect.requestedBy.runId
  expect(run).toBeDefined()
  expect(lines()).toContainEqual(
    expect.objectContaining({ name: 'worker', level: 30, effect: effect.id, run, submission: id }),
  )
  runtime.ports.engine.claimRuns = () => Promise.reject(talkative())
  loop.wake()
  await vi.waitFor(() => expect(lines().some(({ level }) => level === 50)).toBe(true), { timeout: 10_000 })
  await loop.stop(1000)
  expect(written.join('')).toContain('said no to')
  expect(secrets.filter((secret) => written.join('').includes(secret))).toEqual([])
})
