import { pauseRun, type Run, tickTriggers } from '@fieldledger/runtime'
import { createWorkWatch, defineRuntimeModels, defineTriggerModels } from '@fieldledger/storage'
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

/** A batch has begun with one form, and its run was not taken up yet. */
async function begunWithOne(): Promise<Run> {
  scene = await openScheduledScene({ filter: { statuses: ['approved'] } })
  const id = await scene.approved()
  await scene.schedule()
  await scene.tick()
  const [run] = await scene.store.runs.allActiveOf(id)
  if (run === undefined) throw new RangeError('The batch began nothing.')
  return run
}

test('a paused run holds up neither its batch nor the schedule, and no second one begins beside it', async () => {
  const run = await begunWithOne()
  const { runtime, companyId } = scene
  await pauseRun({ runtime, companyId, person: bookkeeper, runId: run.id })
  await scene.tick()
  expect(await scene.counts()).toMatchObject([{ waiting: 1, underWay: 0 }])
  const [batch] = await scene.batches()
  expect(await scene.store.batches.items({ batchId: batch?._id ?? '', limit: 2 })).toMatchObject([
    { outcome: 'waiting', message: 'It is paused: resume or cancel it.' },
  ])
  await scene.isDue()
  await scene.batchRuns()
  expect((await scene.batches()).map(({ state }) => state)).toEqual(['finished', 'finished'])
  expect((await scene.counts())[1]).toMatchObject({ skipped: 1, underWay: 0 })
  expect((await scene.store.runs.allActiveOf(run.submissionId)).map(({ state }) => state)).toEqual(['paused'])
})

test('a run that has waited for its turn for an hour holds up its batch no longer', async () => {
  const run = await begunWithOne()
  const { runs } = defineRuntimeModels(scene.database.connection)
  const waitsSince = (ago: number) => {
    const soon = new Date(Date.now() + 30_000)
    const tokens = run.tokens.map((token) => ({ ...token, since: new Date(Date.now() - ago), wakeAt: soon }))
    return runs.collection.updateOne({ _id: run.id as never }, { $set: { tokens, dueAt: soon } })
  }
  await waitsSince(50 * 60_000)
  await scene.tick()
  expect(await scene.counts()).toMatchObject([{ waiting: 0, underWay: 1 }])
  await waitsSince(70 * 60_000)
  await scene.tick()
  expect(await scene.counts()).toMatchObject([{ waiting: 1, underWay: 0 }])
})

test('batches and schedules that cannot go on yet are looked at in turns, and hide no other', async () => {
  await begunWithOne()
  const { triggers } = scene.runtime.ports
  const { batches, schedules } = defineTriggerModels(scene.database.connection)
  const [batch] = await scene.batches()
  const { companyId } = scene
  const ids = ['a', 'b', 'c']
  const due = { companyId, nextFireAt: new Date(0) }
  await batches.insertMany(
    ids.map((_id) => ({ ...batch, _id, scheduleId: _id, startedAt: new Date(0) })) as never[],
  )
  await schedules.insertMany(ids.map((_id) => ({ ...due, _id })) as never[])
  const looks = async (look: (limit: number) => Promise<{ id: string }[]>) =>
    new Set([await look(2), await look(2)].flatMap((found) => found.map(({ id }) => id)))
  expect(await looks(triggers.openBatches)).toEqual(new Set([...ids, batch?._id]))
  expect((await looks(triggers.dueSchedules)).size).toBe(3)
  const watch = createWorkWatch(scene.database)
  expect((await watch.oldestDue()).ms).toMatchObject({ schedules: 0, messages: 0 })
  // One whose batch is not under way waits for nothing but us.
  await schedules.insertMany([{ ...due, _id: 'free' }] as never[])
  const { ms } = await watch.oldestDue()
  expect([ms.schedules, ms.batches].every((late) => late > 86_400_000)).toBe(true)
})
