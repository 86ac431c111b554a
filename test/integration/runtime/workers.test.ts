import { followHints, followTimeline } from '@fieldledger/runtime'
import { createAgendaDoorbell, createChanges, createWorkWatch } from '@fieldledger/storage'
import { afterEach, expect, test } from 'vitest'
import { startWorker } from '../../../apps/worker/src/start-worker.ts'
import { poValues } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const patient = { timeout: 20_000, interval: 50 }

test('S4-22 two workers with Agenda as doorbell send each form once and stamp it live', async () => {
  scene = await openScene()
  const { runtime, companyId, database } = scene
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  const changes = createChanges(database)
  scene.follow(changes)
  const workers = await Promise.all(
    [1, 2].map(() => {
      const doorbell = createAgendaDoorbell({ database, changes })
      return startWorker({
        runtime: { ...runtime, doorbell },
        doorbell,
        sendMails: async () => undefined,
        watchDueWork: async () => undefined,
        onError,
      })
    }),
  )
  const ended = new AbortController()
  const { signal } = ended
  const hinted = followHints({ runtime, companyId, signal })[Symbol.asyncIterator]().next()
  const orders = await Promise.all([1, 2, 3, 4, 5].map(() => scene.submit(poValues())))
  const [first] = orders
  if (first === undefined) throw new RangeError('Nothing was submitted.')
  for (const { id } of orders) {
    await expect.poll(() => scene.tasks(id, 'approval'), patient).toHaveLength(1)
    await scene.approve(id)
  }
  const seen: string[] = []
  for await (const { code } of followTimeline({
    runtime,
    companyId,
    submissionId: first.id,
    after: 0,
    signal,
  })) {
    seen.push(code)
    if (code === 'finished') break
  }
  await expect.poll(() => scene.ledger.documents.size, patient).toBe(5)
  expect(seen).toEqual(await scene.timeline(first.id))
  expect(scene.ledger.creates).toBe(5)
  expect((await hinted).value).toMatchObject({ topic: 'submissions' })
  // Both have claimed: each says so itself, and the database knows it without waiting for the next beat.
  expect(workers.map((worker) => worker.ready())).toEqual([true, true])
  expect(await createWorkWatch(database).someoneClaims(15_000)).toBe(true)
  ended.abort()
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(workers.map((worker) => worker.ready())).toEqual([false, false])
  await changes.close()
  expect(errors).toEqual([])
}, 60_000)
