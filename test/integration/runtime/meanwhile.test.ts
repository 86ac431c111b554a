import { DocumentInUse, DocumentRejected } from '@fieldledger/accounting'
import {
  needsAttention,
  type Runtime,
  type RuntimeStore,
  type RuntimeStores,
  retryEffect,
  sendDocument,
  undoSend,
} from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { poValues, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

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
