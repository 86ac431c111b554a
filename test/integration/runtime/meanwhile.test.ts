import { DocumentInUse, DocumentRejected } from '@fieldledger/accounting'
import {
  decideTask,
  executeRun,
  needsAttention,
  type Run,
  type Runtime,
  type RuntimeStore,
  type RuntimeStores,
  retryEffect,
  retryRun,
  sendDocument,
  stopRun,
  undoSend,
} from '@fieldledger/runtime'
import type { CompanyScope, Graph } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { graphOf, poValues, tableField, vendorField } from './order-form.ts'
import { approver, bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** In the first transaction somebody else comes between the look at the form and what is written. */
function withInBetween(runtime: Runtime, meanwhile: () => Promise<void>): Runtime {
  let first = true
  const stores: RuntimeStores = {
    ...runtime.ports.stores,
    transact: <Result>(scope: CompanyScope, work: (store: RuntimeStore) => Promise<Result>) =>
      runtime.ports.stores.transact(scope, (store) => work(first ? watched(store) : store)),
  }
  function watched(store: RuntimeStore): RuntimeStore {
    const submissions: RuntimeStore['submissions'] = {
      ...store.submissions,
      get: async (id) => {
        const found = await store.submissions.get(id)
        if (first) {
          first = false
          await meanwhile()
        }
        return found
      },
    }
    return { ...store, submissions }
  }
  return { ...runtime, ports: { ...runtime.ports, stores } }
}

test('a form that is cancelled while somebody presses Send is not sent', async () => {
  scene = await openScene()
  const start = { kind: 'form-submitted', name: 'Start', config: {} }
  scene.workflows.push({ version: 2, graph: { steps: { s_start: start }, edges: [] } })
  const { id } = await scene.submit()
  await scene.settle()
  const { companyId } = scene
  const sending = sendDocument({
    runtime: withInBetween(scene.runtime, () => scene.cancel(id)),
    ...{ companyId, person: bookkeeper, submissionId: id, connectionId: scene.connection.id },
    mapping: { vendor: vendorField, materials: tableField },
  })
  await expect(sending).rejects.toMatchObject({ code: 'status-forbids' })
  await scene.settle()
  expect(scene.ledger.creates).toBe(0)
})

/** A form without approval, whose order is in the ledger. */
async function sent(): Promise<string> {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.settle()
  return id
}

async function about(submissionId: string) {
  const { runtime, companyId } = scene
  const { id: effectId } = await scene.createEffect(submissionId)
  return { runtime, companyId, person: bookkeeper, effectId }
}

const there = () => [...scene.ledger.documents.values()].filter(({ status }) => status !== 'removed')

test('G-13 a send that is being taken back goes away, whether the form is revised or cancelled meanwhile', async () => {
  const id = await sent()
  await undoSend({ ...(await about(id)), reason: 'Wrong vendor' })
  await scene.revise(id, poValues({ price: '25' }))
  await scene.settle()
  // What the workflow sends now is another document; the one that was taken back is gone.
  expect(there()).toMatchObject([{ net: { minor: 5000 } }])
  expect([...scene.ledger.documents.values()].map(({ status }) => status)).toEqual(['removed', 'open'])
  const { id: other } = await scene.submit()
  await scene.settle()
  expect(there()).toHaveLength(2)
  await undoSend({ ...(await about(other)), reason: 'Wrong vendor' })
  await scene.cancel(other, false)
  await scene.settle()
  expect(there()).toHaveLength(1)
})

test('what a ledger refused is not sent any more once its form is cancelled', async () => {
  scene = await openScene({ approval: false })
  scene.ledger.faults.push({
    when: 'before',
    error: new DocumentRejected('The account is closed: choose another.'),
  })
  const { id } = await scene.submit()
  await scene.settle()
  expect((await scene.createEffect(id)).state).toBe('rejected')
  await scene.cancel(id)
  await expect(retryEffect(await about(id))).rejects.toMatchObject({ code: 'status-forbids' })
  await scene.settle()
  expect(there()).toEqual([])
})

test('an order that a ledger keeps though its form is cancelled needs attention', async () => {
  const id = await sent()
  scene.ledger.faults.push({
    when: 'before',
    error: new DocumentInUse('It is billed: remove the bill there first.'),
  })
  await scene.cancel(id)
  await scene.settle()
  const { runtime, companyId } = scene
  const [cause] = await needsAttention({ runtime, companyId })
  expect(cause).toMatchObject({ cause: expect.stringContaining('billed'), entries: [{ submissionId: id }] })
})

const setLabel = { kind: 'set-status', name: 'Label', config: { set: 'label', label: 'Seen' } }
const setApproved = { kind: 'set-status', name: 'Approve', config: { set: 'status', status: 'approved' } }
const setRejected = { kind: 'set-status', name: 'Reject', config: { set: 'status', status: 'rejected' } }

/** A second workflow of one step walks the form; `meanwhile` comes after it has read the form, before it writes. */
async function walkedBeside(
  of: { id: string; step: Graph['steps'][string] },
  meanwhile: () => Promise<unknown>,
): Promise<Run | undefined> {
  const { runtime, store } = scene
  const start = { kind: 'started-by-hand', name: 'Start', config: {} }
  const edge = { id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_one' }
  scene.workflows.push({
    workflowId: 'second',
    version: 1,
    graph: { steps: { s_start: start, s_one: of.step }, edges: [edge] },
  })
  const own = await store.runs.get((await store.submissions.get(of.id))?.runId ?? '')
  if (own === undefined) throw new RangeError('The form has no run.')
  const tokens = [{ id: '1', stepId: 's_start', visit: 1, since: new Date() }]
  const second: Run = {
    ...own,
    ...{
      id: v7(),
      workflowId: 'second',
      workflowVersion: 1,
      state: 'active',
      tokens,
      visits: { s_start: 1 },
    },
    ...{ dueAt: new Date(), wakes: 0, epoch: 0, attempts: 0 },
  }
  await store.runs.insert(second)
  const run = (await scene.claimRuns()).find(({ id }) => id === second.id)
  if (run === undefined) throw new RangeError('The second workflow was not claimed.')
  const { people } = runtime.ports
  const { names } = people
  people.names = async (which) => {
    people.names = names
    await meanwhile()
    return names(which)
  }
  await executeRun({ runtime, run })
  return store.runs.get(second.id)
}

/** A form that waits for an approval, and sends nothing. */
async function waiting(): Promise<string> {
  scene = await openScene()
  const { steps, edges } = graphOf({})
  const { s_sync: _sync, ...kept } = steps
  scene.workflows.push({ version: 2, graph: { steps: kept, edges: edges.slice(0, 1) } })
  const { id } = await scene.submit()
  await scene.settle()
  return id
}

const approved = (id: string) => async () => {
  await scene.approve(id)
  await scene.runs()
}

test('a second workflow that sets a label takes back no approval that came meanwhile, and no closing', async () => {
  const id = await waiting()
  expect(await walkedBeside({ id, step: setLabel }, approved(id))).toMatchObject({ state: 'finished' })
  expect(await scene.store.submissions.get(id)).toMatchObject({ status: 'approved', label: 'Seen' })
  await scene.close()
  const closed = await waiting()
  await walkedBeside({ id: closed, step: setLabel }, () =>
    scene.store.submissions.change({ id: closed, change: { status: 'closed' } }),
  )
  expect(await scene.store.submissions.get(closed)).toMatchObject({ status: 'closed', label: 'Seen' })
})

test('no workflow says in place of whoever is asked that a form is approved or rejected; what they decide stands', async () => {
  const id = await waiting()
  const { store } = scene
  for (const step of [setApproved, setRejected]) {
    const run = await walkedBeside({ id, step }, async () => undefined)
    expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'approval-open' } })
    await store.runs.move({ id: run?.id ?? '', from: ['needs-attention'], to: 'stopped' })
    expect((await store.submissions.get(id))?.status).toBe('pending')
    scene.workflows.pop()
  }
  const held = await walkedBeside({ id, step: setApproved }, async () => undefined)
  const [task] = await scene.tasks(id, 'approval')
  await decideTask({
    ...{ runtime: scene.runtime, companyId: scene.companyId, person: approver },
    ...{ taskId: task?.id ?? '', choice: 'reject', note: 'Too dear' },
  })
  await scene.settle()
  expect((await store.submissions.get(id))?.status).toBe('rejected')
  const { runtime, companyId } = scene
  await retryRun({ runtime, companyId, person: bookkeeper, runId: held?.id ?? '' })
  await scene.settle()
  // Not approved, so whatever comes behind the step, a send perhaps, does not come.
  expect(await store.runs.get(held?.id ?? '')).toMatchObject({
    state: 'needs-attention',
    error: { code: 'not-approvable' },
  })
})

test('whoever stops the workflow that asks has not decided: no other one makes the form approved', async () => {
  const id = await waiting()
  const runId = (await scene.store.submissions.get(id))?.runId ?? ''
  const { runtime, companyId } = scene
  await stopRun({ runtime, companyId, person: bookkeeper, runId, reason: 'Not that way' })
  const own = await scene.store.runs.get(runId)
  expect(own?.state).toBe('stopped')
  const run = await walkedBeside({ id, step: setApproved }, async () => undefined)
  expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'approval-open' } })
})

test('a form is not made approved before its own workflow has even asked for it', async () => {
  scene = await openScene()
  const { id } = await scene.submit()
  const own = (await scene.store.submissions.get(id))?.runId ?? ''
  const run = await walkedBeside({ id, step: setApproved }, async () => undefined)
  expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'approval-open' } })
  expect((await scene.store.runs.get(own))?.tokens).toMatchObject([{ stepId: 's_approve' }])
  expect(await scene.store.submissions.get(id)).toMatchObject({ status: 'pending' })
})

test('a second workflow that moves the status looks again where it was moved meanwhile', async () => {
  const id = await waiting()
  const run = await walkedBeside({ id, step: setRejected }, approved(id))
  expect(run).toMatchObject({ state: 'finished' })
  expect((await scene.store.submissions.get(id))?.status).toBe('approved')
  const moved = (await scene.store.timeline.read({ submissionId: id }))
    .filter(({ code }) => code === 'status-changed')
    .map(({ params }) => params.to)
  expect(moved).toEqual(['approved'])
})

test('a field that a second workflow sets takes back no other, and the totals are those of all of them', async () => {
  const id = await waiting()
  const memo = { field: 'f_memo001', from: { source: 'constant', value: 'At the gate' } }
  const price = poValues({ price: '30' })[tableField]
  await walkedBeside({ id, step: { kind: 'set-field', name: 'Memo', config: memo } }, () =>
    scene.store.submissions.change({ id, change: { fieldValues: { [tableField]: price ?? [] } } }),
  )
  expect(await scene.store.submissions.get(id)).toMatchObject({
    values: { f_memo001: 'At the gate', [tableField]: price },
    totals: { total: { minor: 6000 } },
  })
})
