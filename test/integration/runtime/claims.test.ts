import { executeEffect, executeRun } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

test('a worker that was only asleep cannot write: its epoch is over', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.runs()
  const [asleep] = await scene.claimEffects()
  if (asleep === undefined) throw new RangeError('Nothing was claimed.')
  await scene.workerDies()
  await scene.settle()
  await executeEffect({ runtime: scene.runtime, effect: asleep, fresh: () => true })
  expect(scene.ledger.creates).toBe(1)
  expect((await scene.createEffect(id)).state).toBe('confirmed')
})

test('a worker whose heartbeat is old sends nothing', async () => {
  scene = await openScene({ approval: false })
  await scene.submit()
  await scene.runs()
  for (const effect of await scene.claimEffects())
    await executeEffect({ runtime: scene.runtime, effect, fresh: () => false })
  expect(scene.ledger.creates).toBe(0)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
})

test('a worker that dies while sending leaves an unknown outcome, resolved by the same key', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.runs()
  const [effect] = await scene.claimEffects()
  if (effect === undefined) throw new RangeError('Nothing was claimed.')
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    await scene.workerDies()
  }
  await executeEffect({ runtime: scene.runtime, effect, fresh: () => true })
  expect((await scene.createEffect(id)).state).toBe('unknown')
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect((await scene.createEffect(id)).state).toBe('confirmed')
})

test('a run that stops its worker five times is set aside, the others go on', async () => {
  scene = await openScene({ approval: false })
  const poison = await scene.submit()
  for (let crash = 0; crash < 5; crash += 1) {
    expect(await scene.claimRuns()).toHaveLength(1)
    await scene.workerDies()
  }
  const innocent = await scene.submit()
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect((await scene.createEffect(innocent.id)).state).toBe('confirmed')
  const run = await scene.store.runs.get(poison.runId ?? '')
  expect(run?.state).toBe('quarantined')
  expect(await scene.timeline(poison.id)).toContain('needs-attention')
})

test('the same run claimed twice is written once', async () => {
  scene = await openScene()
  const { id } = await scene.submit()
  const [first] = await scene.claimRuns()
  await scene.workerDies()
  const [second] = await scene.claimRuns()
  if (first === undefined || second === undefined) throw new RangeError('Nothing was claimed.')
  await executeRun({ runtime: scene.runtime, run: second })
  await executeRun({ runtime: scene.runtime, run: first })
  expect(await scene.tasks(id, 'approval')).toHaveLength(1)
})
