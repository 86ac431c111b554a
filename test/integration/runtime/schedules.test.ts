import { pauseRun, tickTriggers } from '@fieldledger/runtime'
import { defineTriggerModels } from '@fieldledger/storage'
import { afterEach, expect, test } from 'vitest'
import { bookkeeper } from './scene.ts'
import { openScheduledScene } from './scheduled-scene.ts'

type ScheduledScene = Awaited<ReturnType<typeof openScheduledScene>>

let scene: ScheduledScene
afterEach(() => scene.close())

test('S3-13 at the end of the day all that is not in the ledger is sent, each once, with a summary (S3-43)', async () => {
  scene = await openScheduledScene()
  const sent = [await scene.approved(), await scene.approved()]
  const { id: pending } = await scene.submit()
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(0)
  await scene.schedule()
  await scene.batchRuns()
  expect(scene.ledger.documents.size).toBe(2)
  expect(await scene.counts()).toMatchObject([{ sent: 2, failed: 0, skipped: 0, underWay: 0 }])
  const [batch] = await scene.batches()
  const items = await scene.store.batches.items({ batchId: batch?._id ?? '', limit: 10 })
  expect(new Set(items.map(({ submissionId }) => submissionId))).toEqual(new Set(sent))
  expect(items.every(({ number }) => number !== undefined)).toBe(true)
  expect(await scene.timeline(pending)).not.toContain('batch-started')
  expect(await scene.timeline(sent[0] ?? '')).toContain('batch-started')
  await scene.isDue()
  await scene.batchRuns()
  expect(scene.ledger.documents.size).toBe(2)
  expect((await scene.counts())[1]).toMatchObject({ sent: 0, underWay: 0 })
})

test('a batch sends while the form’s own workflow still waits for approval, and both meet one document (G-12)', async () => {
  scene = await openScheduledScene({ filter: { statuses: ['pending'] } })
  const { id } = await scene.submit()
  await scene.settle()
  expect(await scene.tasks(id, 'approval')).toHaveLength(1)
  await scene.schedule()
  await scene.batchRuns()
  expect(scene.ledger.documents.size).toBe(1)
  await scene.approve(id)
  await scene.settle()
  await scene.isDue()
  await scene.batchRuns()
  expect(scene.ledger.documents.size).toBe(1)
})

test('a moment that comes while the form is archived passes by', async () => {
  scene = await openScheduledScene()
  await scene.approved()
  await scene.archiveForm(true)
  await scene.schedule()
  await scene.batchRuns()
  expect(await scene.batches()).toEqual([])
  expect((await scene.nextFireAt()).toMillis()).toBeGreaterThan(Date.now())
  await scene.archiveForm(false)
  await scene.isDue()
  await scene.batchRuns()
  expect(await scene.counts()).toMatchObject([{ sent: 1 }])
})

test('two workers that look at the clock at once begin one batch, and start each form once', async () => {
  scene = await openScheduledScene()
  await scene.approved()
  await scene.approved()
  await scene.schedule()
  await Promise.all([1, 2, 3, 4].map(() => tickTriggers(scene.runtime)))
  expect(await scene.batches()).toHaveLength(1)
  await scene.settle()
  await Promise.all([1, 2, 3].map(() => tickTriggers(scene.runtime)))
  expect(await scene.counts()).toMatchObject([{ sent: 2, underWay: 0 }])
  expect(scene.ledger.documents.size).toBe(2)
})

test('what was missed while every worker was down fires once, and the next moment lies ahead', async () => {
  scene = await openScheduledScene()
  await scene.approved()
  const days = 3 * 24 * 60 * 60_000
  const missed = await scene.schedule(days)
  await scene.batchRuns()
  await scene.batchRuns()
  expect((await scene.batches()).map(({ firePeriod }) => firePeriod)).toEqual([missed.toISOString()])
  const next = await scene.nextFireAt()
  expect(next.toMillis()).toBeGreaterThan(Date.now())
  expect([next.hour, next.minute]).toEqual([0, 0])
})

test('S3-14 a moment that comes while a batch is under way waits for it, then fires once', async () => {
  scene = await openScheduledScene()
  const first = await scene.approved()
  await scene.schedule()
  await scene.tick()
  await scene.isDue()
  await scene.tick()
  expect(await scene.batches()).toHaveLength(1)
  await scene.settle()
  await scene.tick()
  await scene.approved()
  await scene.batchRuns()
  expect(await scene.batches()).toHaveLength(2)
  expect(scene.ledger.documents.size).toBe(2)
  expect(await scene.counts()).toMatchObject([{ sent: 1 }, { sent: 1 }])
  expect(first).toBeDefined()
})

test('a moment that was fired before does not fire again, whoever sets the clock back', async () => {
  scene = await openScheduledScene()
  await scene.approved()
  const moment = await scene.schedule()
  await scene.batchRuns()
  await scene.store.schedules.advance({
    id: 'workflow-nightly',
    from: (await scene.nextFireAt()).toJSDate(),
    to: moment,
  })
  await scene.batchRuns()
  expect(await scene.batches()).toHaveLength(1)
  expect((await scene.nextFireAt()).toMillis()).toBeGreaterThan(Date.now())
})

test('a form that is held counts as failed with its reason, and does not hold up the summary', async () => {
  scene = await openScheduledScene()
  scene.links.clear()
  await scene.approved()
  await scene.schedule()
  await scene.batchRuns()
  expect(await scene.counts()).toMatchObject([{ sent: 0, failed: 1, underWay: 0 }])
  const [batch] = await scene.batches()
  const [item] = await scene.store.batches.items({ batchId: batch?._id ?? '', limit: 1 })
  expect(item?.message).toMatch(/\.$/)
})

test('an age in days of the company leaves out what is younger', async () => {
  scene = await openScheduledScene({ filter: { statuses: ['approved'], atLeastDaysOld: 1 } })
  await scene.approved()
  await scene.schedule()
  await scene.batchRuns()
  expect(await scene.counts()).toMatchObject([{ sent: 0, underWay: 0 }])
})

test('a schedule and a batch that cannot be worked on hold up no other, and are told at the end', async () => {
  scene = await openScheduledScene()
  await scene.approved()
  await scene.schedule()
  const { schedules, batches } = defineTriggerModels(scene.database.connection)
  const [row] = await schedules.find({ companyId: scene.companyId }).lean()
  if (row === undefined) throw new RangeError('No schedule.')
  const companyId = 'another-company'
  await schedules.insertMany([{ ...row, _id: 'broken', companyId, nextFireAt: new Date(0) }])
  const batch = {
    _id: '0',
    companyId,
    workflowId: 'gone',
    origin: 'selection',
    state: 'starting',
    cursor: '',
  }
  await batches.insertMany([batch as never])
  const { people, versions } = scene.runtime.ports
  const { company } = people
  people.company = async (which) => {
    if (which.scope.companyId === companyId) throw new RangeError('The company cannot be read.')
    return company(which)
  }
  const { workflow } = versions
  versions.workflow = async (which) => {
    if (which.workflowId === 'gone') throw new RangeError('The version cannot be read.')
    return workflow(which)
  }
  await expect(tickTriggers(scene.runtime)).rejects.toThrow(/company cannot.*version cannot/)
  await scene.settle()
  await expect(tickTriggers(scene.runtime)).rejects.toThrow()
  expect(scene.ledger.documents.size).toBe(1)
  expect(await scene.counts()).toMatchObject([{ sent: 1, underWay: 0 }])
})

test('a paused run is not gone round: the next batch leaves its form out and says why', async () => {
  scene = await openScheduledScene()
  const id = await scene.approved()
  await scene.schedule()
  await scene.tick()
  const [run] = await scene.store.runs.allActiveOf(id)
  const { runtime, companyId } = scene
  await pauseRun({ runtime, companyId, person: bookkeeper, runId: run?.id ?? '' })
  const { batches } = defineTriggerModels(scene.database.connection)
  await batches.updateMany({ companyId }, { $set: { state: 'finished' } })
  await scene.isDue()
  await scene.tick()
  const [, second] = await scene.batches()
  const [item] = await scene.store.batches.items({ batchId: second?._id ?? '', limit: 1 })
  expect(item).toMatchObject({ outcome: 'skipped', message: expect.stringMatching(/paused/) })
  expect(await scene.store.runs.allActiveOf(id)).toHaveLength(1)
})
