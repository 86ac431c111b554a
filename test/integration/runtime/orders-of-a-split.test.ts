import { DocumentRejected } from '@fieldledger/accounting'
import type { MaterialRow, Submission } from '@fieldledger/forms'
import { foreseeResend, needsAttention, retryRun, stopRun } from '@fieldledger/runtime'
import { markRestored } from '@fieldledger/storage'
import type { Db } from 'mongodb'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { backUp, putBack } from '../../support/backup.ts'
import { graphOf, memoField, tableField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'
import { openScheduledScene } from './scheduled-scene.ts'

let scene: Scene
afterEach(() => scene.close())

const row = (id: string, vendorId: string): MaterialRow => ({
  ...{ id, description: `Line ${id}`, quantity: '2', unitPrice: '10' },
  vendorId,
})
const both = { [tableField]: [row('r1', 'vendor-1'), row('r2', 'vendor-2')], [memoField]: 'For pier 7' }
const mapping = { vendor: tableField, materials: tableField, memo: memoField }

function knowTheSecond(isLinked = true): void {
  scene.vendors.set('vendor-2', { id: 'vendor-2', name: 'Harbour Lumber', state: 'active' })
  if (isLinked) scene.links.set('vendor:vendor-2', { id: 'v2', name: 'Harbour Lumber', active: true })
}

async function approved(): Promise<Submission> {
  const form = await scene.submit(both)
  await scene.settle()
  await scene.approve(form.id)
  await scene.settle()
  return form
}

async function partOf(form: Submission, vendorId: string): Promise<Submission> {
  const part = (await scene.store.submissions.madeFrom(form.id)).find((one) => one.vendorId === vendorId)
  if (part === undefined) throw new RangeError('It was not split.')
  return part
}

test('G-02 row 21: orders of a split that was made after the backup are asked about: they went under numbers that are lost', async () => {
  scene = await openScene({ perVendor: true, quietPeriodMs: 0 })
  scene.ledger.keepsKeys = false
  knowTheSecond()
  const database = scene.database.connection.db as unknown as Db
  const form = await scene.submit(both)
  await scene.settle()
  const backup = await backUp(database)
  await scene.approve(form.id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  await putBack(database, backup)
  scene.connection.restored = { at: new Date().toISOString(), compared: false }
  await markRestored(scene.database)
  await scene.approve(form.id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  const [task] = await scene.tasks((await partOf(form, 'vendor-2')).id, 'unknown')
  expect(task?.problems).toMatchObject([{ code: 'arrived-late' }])
})

test('G-02 whoever stops the run of a form that was split takes back what has not left of its orders', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond(false)
  const form = await approved()
  const { runtime, companyId, connection } = scene
  await stopRun({ runtime, companyId, person: bookkeeper, runId: form.runId ?? '', reason: 'Not wanted' })
  const held = await partOf(form, 'vendor-2')
  expect(await scene.tasks(held.id, 'held')).toEqual([])
  knowTheSecond()
  await scene.store.effects.wake({ connectionId: connection.id })
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect(await scene.createEffect(held.id)).toMatchObject({ state: 'stopped', sends: 0 })
})

test('G-02 a batch ends although an order of a split is held, and its form is not taken by the next one', async () => {
  const filter = { statuses: ['approved' as const, 'closed' as const], notYetIn: 'connection-1' }
  const scheduled = await openScheduledScene({ filter }, { perVendor: true })
  scene = scheduled
  knowTheSecond(false)
  const form = await approved()
  await scheduled.schedule()
  await scheduled.batchRuns()
  expect(await scheduled.counts()).toMatchObject([{ failed: 1, underWay: 0 }])
  expect(await scheduled.batches()).toMatchObject([{ state: 'finished' }])
  knowTheSecond()
  await scene.store.effects.wake({ connectionId: scene.connection.id })
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  await scheduled.isDue()
  await scheduled.batchRuns()
  const [, next] = await scheduled.batches()
  const items = await scene.store.batches.items({ batchId: next?._id ?? '', limit: 10 })
  expect(items.map(({ submissionId }) => submissionId)).not.toContain(form.id)
})

test('G-02 what sending a form again foresees is that its orders go, not that it names several vendors', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond()
  const start = { kind: 'form-submitted', name: 'Start', config: {} }
  scene.workflows.push({ version: 2, graph: { steps: { s_start: start }, edges: [] } })
  scene.runtime.ports.lookups.mappings.find = async () => ({
    mapping,
    unlinkedItems: { create: false, instead: 'expense-line' },
  })
  const { id, number } = await scene.submit(both)
  const { runtime, companyId, connection } = scene
  const place = { runtime, companyId, person: bookkeeper, connectionId: connection.id }
  expect(await foreseeResend({ ...place, submissionIds: [id] })).toEqual([
    { submissionId: id, number, does: 'send', message: '' },
  ])
})

test('G-02 an order of a split that is refused needs attention once, and its form is tried again by it', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond()
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('The period is closed there.') })
  const form = await approved()
  const { runtime, companyId } = scene
  const [cause, ...others] = await needsAttention({ runtime, companyId })
  expect([cause?.entries.length, others]).toEqual([1, []])
  expect(cause?.entries).toMatchObject([
    { submissionId: expect.not.stringMatching(form.id), runId: form.runId },
  ])
  await retryRun({ runtime, companyId, person: bookkeeper, runId: cause?.entries[0]?.runId ?? '' })
  await scene.settle()
  expect(await needsAttention({ runtime, companyId })).toEqual([])
  expect(scene.ledger.documents.size).toBe(2)
  expect(await scene.timeline(form.id)).toContain('finished')
})

test('G-02 a bill that counted nothing when its order was split counts nothing afterwards: it would bill those lines twice', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond()
  const form = await scene.submit(both)
  const bill = { ...form, formType: 'bill' as const, madeFrom: form.id }
  const [rejected, draft] = [v7(), v7()]
  await scene.store.submissions.insert({ ...bill, id: rejected, number: 'B-1', status: 'rejected' })
  await scene.store.submissions.insert({ ...bill, id: draft, number: 'B-2', status: 'draft', revision: 0 })
  await scene.settle()
  await scene.approve(form.id)
  await scene.settle()
  for (const id of [rejected, draft])
    await expect(scene.revise(id, both)).rejects.toMatchObject({
      code: 'split-forbids',
      message: expect.stringContaining(`${form.number} was split into`),
    })
})

test('G-02 a branch that makes the bill while another one splits the order bills nothing of it twice', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond()
  const { steps } = graphOf({ perVendor: true })
  const making = { formId: 'form-bill', lines: true, fields: [], as: 'submitted', who: nobody }
  const edge = (id: string, [step, outlet]: [string, string], to: string) => ({
    ...{ id: `e_${id}`, from: { step, outlet }, to },
  })
  scene.workflows.push({
    version: 2,
    graph: {
      steps: {
        ...steps,
        s_both: { kind: 'parallel', name: 'Both', config: { branches: 2 } },
        s_make: { kind: 'create-form', name: 'Bill it', config: making },
      },
      edges: [
        edge('aaaa', ['s_start', 'next'], 's_approve'),
        edge('bbbb', ['s_approve', 'approved'], 's_both'),
        edge('cccc', ['s_both', 'branch-1'], 's_sync'),
        edge('dddd', ['s_both', 'branch-2'], 's_make'),
      ],
    },
  })
  const { versions } = scene.runtime.ports
  const { form: formOf, newestWorkflow } = versions
  versions.form = async (which) => {
    const found = await formOf({ ...which, version: 1 })
    return found === undefined || which.formId !== 'form-bill'
      ? found
      : { ...found, content: { ...found.content, type: 'bill' } }
  }
  versions.newestWorkflow = async (which) =>
    which.formId === 'form-bill' ? undefined : newestWorkflow(which)
  const form = await approved()
  const made = await scene.store.submissions.madeFrom(form.id)
  expect(made.map(({ formType }) => formType)).toEqual(['purchase-order', 'purchase-order'])
  expect(await scene.timeline(form.id)).toContain('nothing-remains')
})

const nobody = { roles: [], people: [] }

test('G-02 whoever is responsible for a form is responsible for its orders', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond()
  const form = await scene.submit(both)
  const responsible = { people: ['p-buyer'], roles: [] }
  await scene.store.submissions.change({ id: form.id, change: { responsible } })
  await scene.settle()
  await scene.approve(form.id)
  await scene.settle()
  expect(await scene.store.submissions.madeFrom(form.id)).toMatchObject([{ responsible }, { responsible }])
})

test('G-02 the timeline of a form that was split says last that it is closed, and before that that it was approved', async () => {
  scene = await openScene({ perVendor: true })
  knowTheSecond()
  const form = await approved()
  const entries = await scene.store.timeline.read({ submissionId: form.id })
  const moved = entries.filter(({ code }) => code === 'status-changed').map(({ params }) => params.to)
  expect(moved).toEqual(['approved', 'closed'])
})
