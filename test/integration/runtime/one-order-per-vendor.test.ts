import type { MaterialRow, Submission } from '@fieldledger/forms'
import {
  executeRun,
  needsAttention,
  planReplay,
  preflightForm,
  previewDocument,
  replayRun,
  sendDocument,
  stopRun,
} from '@fieldledger/runtime'
import { renderTimelineEntry } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { memoField, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const row = (id: string, vendorId?: string): MaterialRow => ({
  id,
  description: `Line ${id}`,
  quantity: '2',
  unitPrice: '10',
  ...(vendorId === undefined ? {} : { vendorId }),
})
const lines = (...rows: MaterialRow[]) => ({ [tableField]: rows, [memoField]: 'For pier 7' })
const perVendorMapping = { vendor: tableField, materials: tableField, memo: memoField }
const both = lines(row('r1', 'vendor-1'), row('r2', 'vendor-2'), row('r3', 'vendor-1'))

async function open() {
  scene = await openScene({ perVendor: true })
  scene.vendors.set('vendor-2', { id: 'vendor-2', name: 'Harbour Lumber', state: 'active' })
  scene.links.set('vendor:vendor-2', { id: 'v2', name: 'Harbour Lumber', active: true })
}

async function approved(values: Submission['values']): Promise<Submission> {
  const submission = await scene.submit(values)
  await scene.settle()
  await scene.approve(submission.id)
  return submission
}

const partsOf = async (id: string) =>
  (await scene.store.submissions.madeFrom(id)).toSorted((one, other) =>
    String(one.number).localeCompare(String(other.number)),
  )
const said = async (id: string) =>
  (await scene.store.timeline.read({ submissionId: id })).map((entry) => renderTimelineEntry(entry).text)

test('G-02 lines of two vendors become two orders, once, although the worker died in the transaction and two walk the run', async () => {
  await open()
  const form = await approved(both)
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('No run was due.')
  const { stores } = scene.runtime.ports
  const { transact } = stores
  stores.transact = (scope, work) =>
    transact(scope, async (store) => {
      await work(store)
      throw new RangeError('killed')
    })
  await executeRun({ runtime: scene.runtime, run })
  expect(await partsOf(form.id)).toEqual([])
  stores.transact = transact
  await scene.settle()
  await executeRun({ runtime: scene.runtime, run })
  await scene.settle()
  const parts = await partsOf(form.id)
  expect(parts).toMatchObject([
    { vendorId: 'vendor-1', status: 'approved', revision: 1, submittedBy: form.submittedBy },
    { vendorId: 'vendor-2', status: 'approved', madeFrom: form.id, values: { [memoField]: 'For pier 7' } },
  ])
  const ids = parts.map(({ values }) => (values[tableField] as MaterialRow[]).map(({ id }) => id))
  expect(ids).toEqual([['r1', 'r3'], ['r2']])
  expect(parts.map(({ values }) => values[vendorField])).toEqual([['vendor-1'], ['vendor-2']])
  expect(parts.reduce((sum, { totals }) => sum + totals.total.minor, 0)).toBe(form.totals.total.minor)
  expect(parts.map(({ runId }) => runId)).toEqual([undefined, undefined])
  expect([...scene.ledger.documents.values()].map(({ number, party }) => [number, party?.id])).toEqual([
    [parts[0]?.number, 'v1'],
    [parts[1]?.number, 'v2'],
  ])
  expect(await scene.store.effects.ofSubmission(form.id)).toEqual([])
  const [one, other] = parts.map(({ number }) => number)
  const words = await said(form.id)
  expect(words.filter((text) => text.startsWith('Split'))).toEqual([
    expect.stringMatching(`^Split into ${one} \\(.+\\) and ${other} \\(.+\\)$`),
  ])
  expect(words.at(-1)).toBe('The workflow is finished')
  expect((await said(parts[0]?.id ?? '')).at(0)).toBe(
    `Split off ${form.formName} ${form.number}, and approved with it`,
  )
})

test('G-02 what was split stays split: a replay, a hand and a revision change nothing of it, and name the orders', async () => {
  await open()
  const form = await approved(both)
  await scene.settle()
  const { runtime, companyId } = scene
  const runId = form.runId ?? ''
  const place = { runtime, companyId, runId, stepId: 's_sync', version: 'same' as const }
  const numbers = (await partsOf(form.id)).map(({ number }) => number)
  expect((await planReplay(place)).sends).toMatchObject([{ does: 'skip', number: numbers.join(', ') }])
  await replayRun({ ...place, person: bookkeeper })
  await scene.settle()
  expect([(await partsOf(form.id)).length, scene.ledger.creates]).toEqual([2, 2])
  const split = { code: 'split-forbids', message: expect.stringContaining(numbers.join(' and ')) }
  await expect(scene.revise(form.id, both)).rejects.toMatchObject(split)
  await expect(scene.cancel(form.id)).rejects.toMatchObject(split)
  const send = { submissionId: form.id, connectionId: scene.connection.id }
  await expect(sendDocument({ runtime, companyId, person: bookkeeper, ...send })).rejects.toMatchObject(split)
  const [first] = await partsOf(form.id)
  await scene.cancel(first?.id ?? '')
  await scene.settle()
  expect((await scene.store.submissions.get(form.id))?.status).toBe('closed')
})

test('G-02 the form waits for all its orders; one whose vendor is not linked holds it, and one that is cancelled no more', async () => {
  await open()
  scene.links.delete('vendor:vendor-2')
  const form = await scene.submit(both)
  await scene.settle()
  const { runtime, companyId, connection } = scene
  const shown = { runtime, companyId, submissionId: form.id, connectionId: connection.id }
  expect(await previewDocument(shown)).toMatchObject({
    vendor: { name: 'Acme' },
    net: { minor: 4000 },
    formNet: { minor: 4000 },
    notes: [expect.stringContaining('becomes 2 orders with numbers of their own: Acme, Harbour Lumber.')],
    problems: [{ code: 'vendor-not-linked', params: { vendorId: 'vendor-2' } }],
  })
  const usd = (minor: number) => ({ minor, currency: 'USD' })
  expect(await preflightForm({ runtime, companyId, submissionId: form.id })).toMatchObject([
    {
      orders: [
        { vendor: 'Acme', lines: 2, total: usd(4000) },
        { vendor: 'Harbour Lumber', lines: 1, total: usd(2000) },
      ],
    },
  ])
  await scene.approve(form.id)
  await scene.settle()
  const [, held] = await partsOf(form.id)
  expect(await scene.tasks(held?.id ?? '', 'held')).toHaveLength(1)
  expect([scene.ledger.creates, (await said(form.id)).includes('The workflow is finished')]).toEqual([
    1,
    false,
  ])
  await scene.cancel(held?.id ?? '')
  await scene.settle()
  expect((await said(form.id)).at(-1)).toBe('The workflow is finished')
  expect(scene.ledger.creates).toBe(1)
})

test('G-02 one vendor in all lines is one document of the form itself, and a line that names none is held with its number', async () => {
  await open()
  const one = await approved(lines(row('r1', 'vendor-2'), row('r2', 'vendor-2')))
  await scene.settle()
  expect(await partsOf(one.id)).toEqual([])
  expect([...scene.ledger.documents.values()]).toMatchObject([{ number: one.number, party: { id: 'v2' } }])
  scene.vendors.set('vendor-3', { id: 'vendor-2', name: 'Harbour Lumber', state: 'active' })
  scene.links.set('vendor:vendor-3', { id: 'v2', name: 'Harbour Lumber', active: true })
  const merged = await approved(lines(row('r1', 'vendor-3'), row('r2', 'vendor-2')))
  await scene.settle()
  expect([await partsOf(merged.id), scene.ledger.creates]).toEqual([[], 2])
  const other = await approved(lines(row('r1', 'vendor-1'), row('r2'), row('r3', 'vendor-2')))
  await scene.settle()
  const [task] = await scene.tasks(other.id, 'held')
  const message = 'Line 2 "Line r2" names no vendor: choose one in that line, and send it again.'
  expect(task?.problems).toMatchObject([{ code: 'line-without-vendor', message, cure: 'edit-form' }])
  await scene.revise(other.id, both)
  await scene.settle()
  await scene.approve(other.id)
  await scene.settle()
  expect([(await partsOf(other.id)).length, scene.ledger.creates]).toEqual([2, 4])
  expect(await scene.createEffect(other.id)).toMatchObject({ state: 'stopped', sends: 0 })
})

test('G-02 what was received or billed already is not split away: the form is held, and goes once that counts no more', async () => {
  await open()
  const form = await approved(both)
  const received: Submission = { ...form, id: v7(), formType: 'receipt', madeFrom: form.id, number: 'R-1' }
  await scene.store.submissions.insert({ ...received, status: 'approved' })
  await scene.settle()
  const orders = async () => (await partsOf(form.id)).filter(({ formType }) => formType !== 'receipt')
  const [task] = await scene.tasks(form.id, 'held')
  const message = expect.stringContaining('has receipts or bills')
  expect([await orders(), scene.ledger.creates]).toEqual([[], 0])
  expect(task?.problems).toMatchObject([{ code: 'several-vendors', message, cure: 'edit-form' }])
  await scene.store.submissions.change({ id: received.id, change: { status: 'cancelled' } })
  const { runtime, companyId } = scene
  const place = { runtime, companyId, person: bookkeeper, connectionId: scene.connection.id }
  await sendDocument({ ...place, submissionId: form.id, mapping: perVendorMapping })
  await scene.settle()
  expect([(await orders()).length, scene.ledger.creates]).toEqual([2, 2])
})

test('G-02 a form all of whose orders were cancelled is not called synced: nothing follows a document that is not there', async () => {
  await open()
  scene.links.delete('vendor:vendor-2')
  const form = await approved(both)
  await scene.settle()
  for (const { id } of await partsOf(form.id)) await scene.cancel(id)
  await scene.settle()
  const run = await scene.store.runs.get(form.runId ?? '')
  expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'orders-called-off' } })
  const { runtime, companyId } = scene
  await stopRun({ runtime, companyId, person: bookkeeper, runId: form.runId ?? '', reason: 'Not wanted' })
  expect(await needsAttention({ runtime, companyId })).toEqual([])
})
