import type { RemoteDocument } from '@fieldledger/accounting'
import { needsAttention, retryEffect } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** A form without approval, whose order is in the ledger. */
async function sent(): Promise<{ id: string; document: RemoteDocument }> {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.settle()
  const [document] = scene.ledger.documents.values()
  if (document === undefined) throw new RangeError('Nothing was sent.')
  return { id, document }
}

const stranger = (document: RemoteDocument): RemoteDocument => ({
  ...document,
  reference: { id: 'of-somebody-else' },
  number: '4711',
})

test('a create that is answered with the document of another form is asked about, at once and once', async () => {
  const { id, document } = await sent()
  scene.ledger.answersWith = document
  const second = await scene.submit()
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  expect((await scene.createEffect(id)).state).toBe('confirmed')
  const { runtime, companyId } = scene
  const [cause] = await needsAttention({ runtime, companyId })
  expect(cause).toMatchObject({
    cure: 'resolve-unknown',
    cause: expect.stringContaining('the answer was #PO-0001, which is of another form. Look into its books'),
    entries: [{ submissionId: second.id }],
  })
})

test('a document that is read back instead of ours is not taken for ours', async () => {
  scene = await openScene({ approval: false })
  scene.ledger.readsAs = stranger
  const { id } = await scene.submit()
  await scene.settle()
  const { confirmation } = await scene.createEffect(id)
  expect(confirmation).toMatchObject({ verified: 'pending', reference: { id: 'd1' } })
  scene.ledger.readsAs = undefined
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation).toMatchObject({ verified: 'verified' })
})

test('a change that is answered with another document is unknown, and the next one still reaches ours', async () => {
  const { id, document } = await sent()
  scene.ledger.answersWith = stranger(document)
  await scene.revise(id, poValues({ price: '25' }))
  await scene.settle()
  scene.ledger.answersWith = undefined
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation).toMatchObject({
    verified: 'verified',
    reference: { id: 'd1' },
  })
  expect(scene.ledger.documents.get('d1')?.net.minor).toBe(5000)
})

test('a document that cannot be read back, however often, needs a person, who has it read once more', async () => {
  scene = await openScene({ approval: false })
  scene.ledger.readsAs = () => {
    throw new TypeError('Nothing of what was expected is there.')
  }
  const { id } = await scene.submit()
  for (let tick = 0; tick < 8; tick += 1) await scene.settle().catch(() => undefined)
  const { runtime, companyId } = scene
  const [cause] = await needsAttention({ runtime, companyId })
  expect(cause).toMatchObject({ code: 'not-read-back', cure: 'retry', entries: [{ submissionId: id }] })
  scene.ledger.readsAs = undefined
  const { id: effectId } = await scene.createEffect(id)
  await retryEffect({ runtime, companyId, person: bookkeeper, effectId })
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation).toMatchObject({ verified: 'verified' })
  expect(await needsAttention({ runtime, companyId })).toEqual([])
  expect(scene.ledger.creates).toBe(1)
})
