import { DocumentRejected, OutcomeUnknown } from '@fieldledger/accounting'
import { retryHeld } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const revised = poValues({ price: '25' })

/** The form's run reaches its sync step for the first time; the create effect is planned and not yet claimed. */
async function planned(options = {}): Promise<string> {
  scene = await openScene(options)
  const { id } = await scene.submit()
  await scene.runs()
  await scene.approve(id)
  await scene.runs()
  return id
}

async function reviseAndApprove(id: string): Promise<void> {
  await scene.revise(id, revised)
  await scene.runs()
  await scene.approve(id)
  await scene.runs()
}

async function expectOneDocumentWithNewValues(id: string): Promise<void> {
  expect(scene.ledger.documents.size).toBe(1)
  const [document] = scene.ledger.documents.values()
  expect(document?.net.minor).toBe(5000)
  expect((await scene.createEffect(id)).confirmation).toMatchObject({ revision: 2, verified: 'verified' })
  expect((await scene.store.runs.activeOf(id))?.state).toBeUndefined()
}

test('S4-23 revised while the create is planned: one document, with the new values', async () => {
  const id = await planned()
  await scene.revise(id, revised)
  await scene.effects()
  expect(scene.ledger.creates).toBe(0)
  await scene.settle()
  expect(scene.ledger.creates).toBe(0)
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect(scene.ledger.updates).toBe(0)
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 revised while the create is sending: one document, updated afterwards', async () => {
  const id = await planned()
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    await reviseAndApprove(id)
  }
  await scene.effects()
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect(scene.ledger.updates).toBe(1)
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 revised while the create is unknown: one document, updated once it is known', async () => {
  const id = await planned()
  scene.ledger.faults.push({ when: 'after', error: new OutcomeUnknown('reset') })
  await scene.effects()
  expect((await scene.createEffect(id)).state).toBe('unknown')
  await reviseAndApprove(id)
  await scene.settle()
  expect(scene.ledger.updates).toBe(1)
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 revised while the create is rejected: the same effect, corrected in a new attempt group', async () => {
  const id = await planned({ failedOutlet: true })
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('No.') })
  await scene.settle()
  expect((await scene.createEffect(id)).state).toBe('rejected')
  expect((await scene.store.submissions.get(id))?.label).toBe('Refused by the ledger')
  await reviseAndApprove(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  expect((await scene.createEffect(id)).attemptGroup).toBe(2)
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 revised while the create is confirmed: the same document is updated', async () => {
  const id = await planned()
  await scene.settle()
  await reviseAndApprove(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect(scene.ledger.updates).toBe(1)
  expect(await scene.timeline(id)).toContain('document-updated')
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 rejected while a revision waits for it: the create goes on with the new values', async () => {
  const id = await planned()
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('No.') })
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    await reviseAndApprove(id)
  }
  await scene.effects()
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect(scene.ledger.updates).toBe(0)
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 a revision that brings an item which is not there yet changes the document once the item is made', async () => {
  const id = await planned({
    unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } },
  })
  scene.materials.set('m9', { id: 'm9', name: 'Heat pump' })
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  await scene.revise(id, poValues({ price: '25', materialId: 'm9' }))
  await scene.settle()
  await scene.approve(id)
  await scene.settle()
  expect(await scene.timeline(id)).toContain('item-created')
  expect(await scene.tasks(id, 'held')).toEqual([])
  expect(scene.ledger.updates).toBe(1)
  await expectOneDocumentWithNewValues(id)
})

test('S4-23 a revision that changes nothing in the document sends nothing', async () => {
  const id = await planned()
  await scene.settle()
  await scene.revise(id, poValues())
  await scene.settle()
  expect(scene.ledger.calls).toHaveLength(1)
  expect(await scene.timeline(id)).toContain('document-unchanged')
})

test('what was held and then changes nothing in the document is asked of nobody any more', async () => {
  const id = await planned()
  await scene.settle()
  const vendor = scene.links.get('vendor:vendor-1')
  if (vendor === undefined) throw new RangeError('The vendor has no link.')
  scene.links.clear()
  await scene.revise(id, poValues())
  await scene.settle()
  const [held] = await scene.tasks(id, 'held')
  scene.links.set('vendor:vendor-1', vendor)
  const { runtime, companyId } = scene
  await retryHeld({ runtime, companyId, person: bookkeeper, taskId: held?.id ?? '' })
  await scene.settle()
  expect(await scene.timeline(id)).toContain('document-unchanged')
  expect(await scene.tasks(id, 'held')).toEqual([])
})

test('a revised memo is not approved again, it updates the document', async () => {
  const id = await planned()
  await scene.settle()
  await scene.revise(id, poValues({ memo: 'Gate 4' }))
  expect((await scene.store.submissions.get(id))?.status).toBe('pending')
  await scene.settle()
  expect((await scene.store.submissions.get(id))?.status).toBe('approved')
  expect([...scene.ledger.documents.values()].map(({ memo }) => memo)).toEqual(['Gate 4'])
})

test('two ticks at once make one document', async () => {
  const id = await planned()
  await Promise.all([scene.effects(), scene.effects(), scene.effects()])
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect((await scene.createEffect(id)).state).toBe('confirmed')
})

test('S4-24 running forms keep their workflow version, later ones take the new one', async () => {
  scene = await openScene()
  const before = await scene.submit()
  const published = scene.workflows[0]
  if (published === undefined) throw new RangeError('There is no workflow.')
  const { s_approve: _approval, ...steps } = published.graph.steps
  scene.workflows.push({
    version: 2,
    graph: { steps, edges: [{ id: 'e_dddd', from: { step: 's_start', outlet: 'next' }, to: 's_sync' }] },
  })
  const after = await scene.submit()
  await scene.settle()
  expect(before.status).toBe('pending')
  expect(after.status).toBe('approved')
  expect(scene.ledger.documents.size).toBe(1)
  expect(await scene.tasks(before.id, 'approval')).toHaveLength(1)
})

test('a cancelled form is closed in the ledger', async () => {
  const id = await planned()
  await scene.settle()
  await scene.cancel(id)
  await scene.settle()
  expect([...scene.ledger.documents.values()].map(({ status }) => status)).toEqual(['closed'])
  expect(await scene.timeline(id)).toContain('document-cancelled')
})
