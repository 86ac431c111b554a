import { RateLimited } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import { retryHeld } from '@fieldledger/runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { poValues, tableField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

test('row 9: a ledger that says "too many" more often than work is tried costs no attempt, asks nobody, and gets the order once', async () => {
  scene = await openScene({ approval: false })
  const full = new RateLimited('The ledger takes no more: it is tried again.', { retryAfterMs: 1 })
  for (let told = 0; told < 7; told += 1) scene.ledger.faults.push({ when: 'before', error: full })
  const { id } = await scene.submit()
  await vi.waitUntil(
    async () => {
      await scene.settle()
      return scene.ledger.documents.size === 1
    },
    { timeout: 20_000, interval: 50 },
  )
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect(scene.ledger.faults).toEqual([])
  const effect = await scene.createEffect(id)
  expect(effect).toMatchObject({ state: 'confirmed', sends: 1, confirmation: { verified: 'verified' } })
  const timeline = await scene.timeline(id)
  expect(timeline).not.toContain('needs-attention')
  expect(timeline).not.toContain('outcome-unknown')
  expect(await scene.store.tasks.list({ submissionId: id })).toEqual([])
})

const manyLines = (unitPrice: string): MaterialRow[] =>
  Array.from({ length: 10_000 }, (_, at) => ({
    ...{ id: `row-${at}`, description: `Pipe ${at}`, quantity: '2', unitPrice },
  }))

test('row 15: an order of 10,000 lines is in the ledger whole and once, and so is its revision', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit({ ...poValues(), [tableField]: manyLines('1.25') })
  await scene.settle()
  // What a ledger does not take is said before anything leaves.
  const [held] = await scene.tasks(id, 'held')
  expect(held?.problems).toMatchObject([{ code: 'too-many-lines', params: { limit: 1000, found: 10_000 } }])
  expect(scene.ledger.calls).toEqual([])
  const { documents, ...capable } = scene.connection.capabilities
  const orders = { ...documents['purchase-order'], lineLimit: 10_000 } as (typeof documents)[string]
  scene.connection.capabilities = { ...capable, documents: { ...documents, 'purchase-order': orders } }
  const { runtime, companyId } = scene
  await retryHeld({ runtime, companyId, person: bookkeeper, taskId: held?.id ?? '' })
  await scene.settle()
  const there = () => [...scene.ledger.documents.values()]
  expect(there()).toMatchObject([{ net: { minor: 2_500_000 } }])
  expect(there()[0]?.lines).toHaveLength(10_000)
  await scene.revise(id, { ...poValues(), [tableField]: manyLines('2.5') })
  await scene.settle()
  expect(there()).toMatchObject([{ net: { minor: 5_000_000 } }])
  expect([scene.ledger.creates, scene.ledger.updates]).toEqual([1, 1])
  expect((await scene.createEffect(id)).confirmation).toMatchObject({ revision: 2, verified: 'verified' })
})
