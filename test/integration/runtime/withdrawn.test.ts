import { DocumentRejected, OutcomeUnknown } from '@fieldledger/accounting'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const lost = () => new OutcomeUnknown('reset')

test('values that a revision took back do not leave because the item that they waited for has come', async () => {
  scene = await openScene({
    unlinkedItems: { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } },
  })
  scene.materials.set('m1', { id: 'm1', name: 'Copper pipe' })
  const { id } = await scene.submit(poValues({ materialId: 'm1' }))
  await scene.settle()
  await scene.approve(id)
  await scene.runs()
  await scene.effects()
  await scene.revise(id, poValues({ materialId: 'm1', price: '12' }))
  await scene.settle()
  expect([scene.ledger.items.size, scene.ledger.creates]).toEqual([1, 0])
  await scene.approve(id)
  await scene.settle()
  expect([...scene.ledger.documents.values()]).toMatchObject([{ net: { minor: 2400 } }])
})

test('nor because the document that they change has arrived', async () => {
  scene = await openScene({ replayWindowMs: null, quietPeriodMs: 0 })
  const { id } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await scene.runs()
  scene.ledger.faults.push({ when: 'after', error: lost() })
  await scene.effects()
  await scene.revise(id, poValues({ price: '12' }))
  await scene.runs()
  await scene.approve(id)
  await scene.runs()
  await scene.revise(id, poValues({ price: '15' }))
  await scene.settle()
  expect(scene.ledger.updates).toBe(0)
  await scene.approve(id)
  await scene.settle()
  expect([...scene.ledger.documents.values()]).toMatchObject([{ net: { minor: 3000 } }])
})

test('what nobody found in the ledger is not sent once more for a form that was cancelled meanwhile', async () => {
  scene = await openScene({ approval: false, replayWindowMs: null, quietPeriodMs: 0 })
  const { id } = await scene.submit()
  await scene.runs()
  scene.ledger.faults.push({ when: 'before', error: lost() })
  await scene.effects()
  await scene.cancel(id, false)
  await scene.settle()
  expect([scene.ledger.creates, scene.ledger.documents.size]).toEqual([1, 0])
  expect(await scene.createEffect(id)).toMatchObject({ state: 'stopped', sends: 0 })
})

test('nor is it replayed: it is looked for, and taken out when it is there', async () => {
  scene = await openScene({ approval: false, quietPeriodMs: 0 })
  const [gone, there] = [await scene.submit(), await scene.submit()]
  await scene.runs()
  scene.ledger.faults.push({ when: 'before', error: lost() }, { when: 'after', error: lost() })
  await scene.effects()
  for (const { id } of [gone, there]) await scene.cancel(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  expect([...scene.ledger.documents.values()]).toMatchObject([{ status: 'closed' }])
  expect(await scene.createEffect(gone.id)).toMatchObject({ state: 'stopped' })
})

/** A send whose answer was lost, of a form that was approved; it may be repeated by its key. */
async function inDoubt(when: 'before' | 'after'): Promise<string> {
  scene = await openScene({ quietPeriodMs: 0 })
  const { id } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await scene.runs()
  scene.ledger.faults.push({ when, error: lost() })
  await scene.effects()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'unknown' })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.settle()
  expect((await scene.store.submissions.get(id))?.status).toBe('pending')
  return id
}

test('S0-06 nor for one that was revised and is not approved any more, though its key is still good: the next approval sends it', async () => {
  const id = await inDoubt('before')
  expect([scene.ledger.creates, scene.ledger.documents.size]).toEqual([1, 0])
  expect(await scene.createEffect(id)).toMatchObject({ state: 'planned', waitingFor: 'revision', sends: 0 })
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  expect([...scene.ledger.documents.values()]).toMatchObject([{ net: { minor: 2400 } }])
})

test('S4-23 one that did arrive is found, not repeated, and changed once the revision is approved', async () => {
  const id = await inDoubt('after')
  expect([scene.ledger.creates, scene.ledger.updates]).toEqual([1, 0])
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed' })
  await scene.approve(id)
  await scene.settle()
  expect([scene.ledger.creates, scene.ledger.updates]).toEqual([1, 1])
  expect([...scene.ledger.documents.values()]).toMatchObject([{ net: { minor: 2400 } }])
})

test('a refusal of a repetition does not say that the first try was refused: it is looked for', async () => {
  scene = await openScene({ approval: false, quietPeriodMs: 0 })
  const { id } = await scene.submit()
  await scene.runs()
  scene.ledger.faults.push(
    { when: 'after', error: lost() },
    { when: 'before', error: new DocumentRejected('The books were closed since.') },
  )
  await scene.settle()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'confirmed' })
  expect(scene.ledger.documents.size).toBe(1)
})

test('S0-06 what is held does not leave once its form is rejected or sent back, and goes as it is approved then', async () => {
  scene = await openScene({ approval: false })
  const vendor = scene.links.get('vendor:vendor-1')
  scene.links.clear()
  const forms = [await scene.submit(), await scene.submit()]
  await scene.settle()
  for (const [position, status] of (['rejected', 'in-revision'] as const).entries())
    await scene.store.submissions.change({ id: forms[position]?.id ?? '', change: { status } })
  if (vendor !== undefined) scene.links.set('vendor:vendor-1', vendor)
  await scene.store.effects.wake({ connectionId: scene.connection.id })
  await scene.settle()
  expect(scene.ledger.creates).toBe(0)
  for (const { id } of forms) {
    expect(await scene.tasks(id, 'held')).toEqual([])
    await scene.revise(id, poValues({ price: '12' }))
  }
  await scene.settle()
  const nets = [...scene.ledger.documents.values()].map(({ net }) => net.minor)
  expect(nets).toEqual([2400, 2400])
})
