import type { Run } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** The server keeps a transaction for a minute after its process was killed; what it touched stays locked. */
async function leaveOpen(run: Run): Promise<() => Promise<void>> {
  const session = await scene.database.connection.startSession()
  session.startTransaction()
  const runs = scene.database.connection.collection('runs')
  await runs.updateOne({ _id: run.id as never }, { $inc: { wakes: 1 } }, { session })
  return async () => {
    await session.abortTransaction()
    await session.endSession()
  }
}

test('a transaction that a killed worker left open holds up nothing but what it touched', async () => {
  scene = await openScene({ approval: false })
  await scene.submit()
  await scene.submit()
  const [touched, other] = await scene.claimRuns()
  if (touched === undefined || other === undefined) throw new RangeError('Two runs were not claimed.')
  const end = await leaveOpen(touched)
  await scene.workerDies()
  expect((await scene.claimRuns()).map(({ id }) => id)).toEqual([other.id])
  await end()
  // The sweep is repeated until it meets the end of the transaction, as workers repeat it.
  await expect
    .poll(
      async () => {
        await scene.runtime.ports.engine.sweepDeadWorkers()
        return (await scene.claimRuns()).map(({ id }) => id)
      },
      { timeout: 10_000 },
    )
    .toContain(touched.id)
}, 15_000)

test('due work in a transaction left open does not keep others from being claimed', async () => {
  scene = await openScene({ approval: false })
  await scene.submit()
  await scene.submit()
  const [touched, other] = await scene.claimRuns()
  if (touched === undefined || other === undefined) throw new RangeError('Two runs were not claimed.')
  await scene.workerDies()
  const end = await leaveOpen(touched)
  expect((await scene.claimRuns()).map(({ id }) => id)).toEqual([other.id])
  await end()
  expect((await scene.claimRuns()).map(({ id }) => id)).toEqual([touched.id])
}, 15_000)
