import { createEngine } from '@fieldledger/storage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../testing/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const ready = async () => {
  const answer = await fetch(`${api.origin}/api/v1/health/ready`)
  return { status: answer.status, text: await answer.text() }
}

test('ready means that a worker has proven that it can claim: a heart that beats is not enough', async () => {
  const engine = createEngine(api.services.database)
  const workers = api.services.database.connection.collection<{ _id: string }>('workers')
  expect(await ready()).toMatchObject({ status: 503, text: expect.stringContaining('No worker') })
  await engine.beat('w1')
  expect(await ready()).toMatchObject({ status: 503 })
  await engine.beat('w1', { claimed: true })
  expect(await ready()).toEqual({ status: 200, text: '{"status":"ready"}' })
  // It beats on, and has claimed nothing for twenty seconds.
  await workers.updateOne({ _id: 'w1' }, [
    { $set: { claimPassAt: { $subtract: ['$$NOW', 20_000] }, beatAt: '$$NOW' } },
  ])
  await engine.beat('w1', { claimed: false })
  expect(await ready()).toMatchObject({ status: 503 })
})
