import { foreseeBatch, type Person, startBatch, tickTriggers } from '@fieldledger/runtime'
import type { StartedByHandConfig } from '@fieldledger/steps'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, graphOf } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

const workflowId = 'workflow-by-hand'
const today = () => new Date().toISOString().slice(0, 10)
const aDay = 86_400_000
const around = {
  from: new Date(Date.now() - aDay).toISOString().slice(0, 10),
  to: new Date(Date.now() + aDay).toISOString().slice(0, 10),
  filter: { statuses: ['pending' as const, 'approved' as const] },
}

let scene: Scene
afterEach(() => scene.close())

/** A form whose own workflow asks for approval, and a second one that a person starts and that sends. */
async function openBatchScene() {
  scene = await openScene()
  const { steps, edges } = graphOf({ approval: false })
  const start: StartedByHandConfig = { filter: { statuses: ['pending'] }, tell: { roles: [], people: [] } }
  scene.workflows.push({
    workflowId,
    version: 1,
    graph: {
      steps: { ...steps, s_start: { kind: 'started-by-hand', name: 'By hand', config: start } },
      edges,
    },
  })
  const { runtime, companyId, store } = scene
  const batch = {
    ...scene,
    begin: (choice: Parameters<typeof startBatch>[0]['choice'], id = v7(), person: Person = bookkeeper) =>
      startBatch({ runtime, companyId, person, id, workflowId, choice }),
    foresee: (choice: Parameters<typeof foreseeBatch>[0]['choice']) =>
      foreseeBatch({ runtime, companyId, workflowId, choice }),
    async work(): Promise<void> {
      await tickTriggers(runtime)
      await scene.settle()
      await tickTriggers(runtime)
    },
    async countsOf(id: string) {
      return (await store.batches.counts([id])).get(id)
    },
    async itemsOf(batchId: string) {
      return store.batches.items({ batchId, limit: 50 })
    },
  }
  return batch
}

test('chosen forms start once each, what does not fit is skipped with its reason, and the same click again starts nothing', async () => {
  const { submit, settle, cancel, begin, foresee, work, countsOf, itemsOf, ledger } = await openBatchScene()
  const forms = [await submit(), await submit(), await submit()]
  await settle()
  const submissionIds = forms.map(({ id }) => id)
  await cancel(submissionIds[2] ?? '')
  expect(await foresee({ submissionIds })).toEqual({ matching: 3, skipped: 1, starts: 2 })
  const id = v7()
  await begin({ submissionIds }, id)
  await Promise.all([begin({ submissionIds }, id), begin({ submissionIds }, id)])
  await work()
  expect(ledger.documents.size).toBe(2)
  expect(await countsOf(id)).toMatchObject({ sent: 2, skipped: 1, failed: 0, underWay: 0 })
  const skipped = (await itemsOf(id)).find(({ outcome }) => outcome === 'skipped')
  expect(skipped).toMatchObject({
    submissionId: submissionIds[2],
    message: 'It is not one that the workflow takes, by its status or age.',
  })
})

test('a range of dates is counted before it starts, starts each form once, and a second range leaves out those that ran', async () => {
  const { submit, settle, begin, foresee, work, countsOf, ledger } = await openBatchScene()
  await submit()
  await submit()
  await settle()
  expect(await foresee(around)).toEqual({ matching: 2, skipped: 0, starts: 2 })
  const first = await begin(around)
  expect(first.expected).toBe(2)
  await work()
  expect(await countsOf(first.id)).toMatchObject({ sent: 2 })
  await submit()
  await settle()
  expect(await foresee(around)).toEqual({ matching: 3, skipped: 2, starts: 1 })
  const second = await begin(around)
  await work()
  expect(await countsOf(second.id)).toMatchObject({ sent: 1, skipped: 2 })
  expect(ledger.documents.size).toBe(3)
})

test('two ranges that run at once start each form once, whichever is faster', async () => {
  const { submit, settle, begin, runtime, store, ledger } = await openBatchScene()
  const { id } = await submit()
  await settle()
  const batches = [await begin(around), await begin(around)]
  await Promise.all([1, 2, 3].map(() => tickTriggers(runtime)))
  await settle()
  await tickTriggers(runtime)
  expect(await store.runs.ranWith({ workflowId, submissionIds: [id] })).toEqual(new Set([id]))
  const outcomes = await Promise.all(
    batches.map(async (batch) => (await store.batches.items({ batchId: batch.id, limit: 5 }))[0]?.outcome),
  )
  expect(outcomes.toSorted()).toEqual(['sent', 'skipped'])
  expect(ledger.documents.size).toBe(1)
})

test('what cannot be started is refused with a sentence: no such workflow, one not by hand, dates that are wrong, nothing left, a strange form', async () => {
  const { begin, submit, runtime, companyId } = await openBatchScene()
  const { id } = await submit()
  const other = (workflow: string, choice: Parameters<typeof startBatch>[0]['choice']) =>
    startBatch({ runtime, companyId, person: bookkeeper, id: v7(), workflowId: workflow, choice })
  await expect(other('none', { submissionIds: [id] })).rejects.toThrow('not published yet')
  await expect(other(formId, { submissionIds: [id] })).rejects.toThrow('does not start by hand')
  await expect(begin({ ...around, from: '2026-02-30' })).rejects.toThrow('does not exist')
  await expect(begin({ ...around, from: today(), to: '2020-01-01' })).rejects.toThrow('exchange them')
  await expect(begin({ ...around, from: '2020-01-01', to: '2020-12-31' })).rejects.toThrow('left to start')
  await expect(begin({ submissionIds: [id, v7()] })).rejects.toThrow('does not exist, or is not yours')
})

test('a schedule is run now: what its clock would take is counted and started, and a workflow without one says so', async () => {
  const { submit, settle, foresee, begin, work, countsOf, workflows, ledger } = await openBatchScene()
  await submit()
  await settle()
  await expect(foresee({ scheduled: true })).rejects.toMatchObject({ code: 'batch-refused' })
  const byHand = workflows.at(-1)
  const config = {
    recurrence: { every: 'end-of-day' },
    filter: { statuses: ['pending'], atLeastDaysOld: 0 },
    tell: { roles: [], people: [] },
    paused: false,
  }
  const steps = { ...byHand?.graph.steps, s_start: { kind: 'schedule', name: 'Clock', config } }
  workflows.push({ workflowId, version: 2, graph: { steps, edges: byHand?.graph.edges ?? [] } })
  expect(await foresee({ scheduled: true })).toEqual({ matching: 1, skipped: 0, starts: 1 })
  const { id } = await begin({ scheduled: true })
  await work()
  expect(await countsOf(id)).toMatchObject({ sent: 1, failed: 0 })
  expect(ledger.documents.size).toBe(1)
})
