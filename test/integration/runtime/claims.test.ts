import { executeEffect, executeRun, undoSend } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

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

test('work held by a worker of which there is no heartbeat at all is freed', async () => {
  scene = await openScene({ approval: false })
  await scene.submit()
  // It slept through its own burial, claimed once more, and died before its next beat.
  expect(await scene.claimRuns()).toHaveLength(1)
  await scene.runtime.ports.engine.sweepDeadWorkers()
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
})

test('a worker that lives gives back what it holds and does not work on', async () => {
  scene = await openScene({ approval: false })
  const { engine } = scene.runtime.ports
  const { workerId } = scene
  await engine.beat(workerId)
  const first = await scene.submit()
  await scene.claimRuns()
  const second = await scene.submit()
  await scene.claimRuns()
  await engine.giveBack({ workerId, except: { runs: [second.runId ?? ''], effects: [] } })
  expect((await scene.claimRuns()).map(({ id }) => id)).toEqual([first.runId])
})

test('what a process with a wrong clock starts is due at once, by the clock of the server', async () => {
  scene = await openScene({ approval: false })
  const ahead = { now: () => new Date(Date.now() + 20 * 60_000), monotonic: () => performance.now() }
  scene.runtime.clock = ahead
  await scene.submit()
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
})

/** Another worker takes the document that is there for a look of its own. */
async function looksToo(submissionId: string): Promise<void> {
  const effect = await scene.createEffect(submissionId)
  await scene.store.effects.amend({ effect, change: { due: 'at-once' } })
}

test('a revision that changes nothing there is through, also when the document is claimed meanwhile', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.settle()
  await scene.revise(id, poValues())
  await scene.runs()
  const { people } = scene.runtime.ports
  const { company } = people
  people.company = async (which) => {
    people.company = company
    await looksToo(id)
    return company(which)
  }
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation).toMatchObject({ revision: 2 })
  const { runId } = (await scene.store.submissions.get(id)) ?? {}
  expect(await scene.store.runs.get(runId ?? '')).toMatchObject({ state: 'finished', revision: 2 })
})

test('a send that is taken back is so here, also when the document is claimed meanwhile', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.settle()
  const { runtime, companyId, ledger } = scene
  const { id: effectId } = await scene.createEffect(id)
  await undoSend({ runtime, companyId, person: bookkeeper, effectId, reason: 'Wrong vendor' })
  ledger.documents.clear()
  runtime.driverFor = () => ({
    run: async (call) => {
      runtime.driverFor = () => ledger
      await looksToo(id)
      return ledger.run(call)
    },
  })
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'superseded' })
})
