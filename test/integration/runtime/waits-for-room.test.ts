import { RateLimited } from '@fieldledger/accounting'
import { ledgerStates, needsAttention, resolveEffect } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues, type SceneOptions } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const full = 'It takes no more just now: it goes on by itself.'

/** An order that waits because its ledger takes no more requests. */
async function waiting(options: SceneOptions = {}): Promise<string> {
  scene = await openScene({ approval: false, ...options })
  const { id } = await scene.submit()
  await scene.runs()
  scene.ledger.faults.push({ when: 'before', error: new RateLimited(full, { retryAfterMs: 60_000 }) })
  await scene.effects()
  expect((await shown(id))?.message).toBe(full)
  return id
}

async function shown(id: string) {
  const { runtime, companyId } = scene
  return (await ledgerStates({ runtime, companyId, submissions: [{ id, revision: 1 }] })).get(id)?.[0]
}

test('a form that is cancelled while its ledger is full is not told to go on by itself', async () => {
  const id = await waiting()
  await scene.cancel(id)
  await scene.settle()
  expect(await shown(id)).toMatchObject({ state: 'stopped' })
  expect((await shown(id))?.message).toBeUndefined()
})

test('what waited for a full ledger and then for its connection says that the connection is gone', async () => {
  const id = await waiting()
  const { id: effectId } = await scene.createEffect(id)
  scene.connection.state = 'disconnected'
  await scene.store.effects.wake({ ids: [effectId] })
  await scene.settle()
  expect(await shown(id)).toMatchObject({ state: 'needs-attention', cure: 'reconnect' })
  const { runtime, companyId } = scene
  const [cause] = await needsAttention({ runtime, companyId })
  expect([(await shown(id))?.message, cause?.cause]).toEqual(
    Array(2).fill('The ledger is not connected: connect it again, then this goes on.'),
  )
})

test('once it left and its worker died nobody knows whether it arrived: that is said, not that it waits', async () => {
  const id = await waiting({ replayWindowMs: null })
  const { runtime, companyId, store } = scene
  await store.effects.wake({ ids: [(await scene.createEffect(id)).id] })
  const [claimed] = await scene.claimEffects()
  if (claimed === undefined) expect.unreachable('it is due')
  await store.effects.recordIntent({ effect: claimed })
  expect((await shown(id))?.message).toBeUndefined()
  await scene.workerDies()
  await scene.settle()
  expect((await shown(id))?.state).toBe('unknown')
  expect(await needsAttention({ runtime, companyId })).toMatchObject([{ code: 'outcome-unknown' }])
})

test('an item that was stopped while its ledger was full is told as stopped to the order that needs it', async () => {
  const unlinkedItems = { create: true, kind: 'non-inventory', expenseAccount: { id: 'a1' } } as const
  scene = await openScene({ approval: false, unlinkedItems })
  const { runtime, companyId, store, ledger, materials } = scene
  materials.set('m1', { id: 'm1', name: 'Copper pipe' })
  const { id } = await scene.submit(poValues({ materialId: 'm1' }))
  ledger.faults.push({ when: 'before', error: new RateLimited(full, { retryAfterMs: 60_000 }) })
  await scene.settle()
  const item = (await store.effects.ofSubmission(id)).find(({ target }) => target.kind === 'item')
  expect(item?.error?.message).toBe(full)
  await resolveEffect({
    ...{ runtime, companyId, person: bookkeeper, effectId: item?.id ?? '' },
    ...{ how: 'stop', reason: 'It is another item' },
  })
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems?.map(({ message }) => message)).toEqual([
    '"Copper pipe" could not be made there. It was stopped. Link it to an item by hand, or try again.',
  ])
})
