import { hearOfDocument, ledgerStates } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const only = () => [...scene.ledger.documents.values()][0]
const remoteId = () => only()?.reference.id ?? ''

async function sent(): Promise<string> {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit(poValues({ memo: 'first' }))
  await scene.settle()
  return id
}

function hear(of: { remoteId?: string; revision?: string } = {}): Promise<boolean> {
  const { runtime, companyId, connection } = scene
  return hearOfDocument({ runtime, companyId, connectionId: connection.id, remoteId: remoteId(), ...of })
}

async function state(id: string) {
  const { runtime, companyId } = scene
  const submission = await scene.store.submissions.get(id)
  const submissions = submission === undefined ? [] : [submission]
  return (await ledgerStates({ runtime, companyId, submissions })).get(id)
}

const reads = () => scene.ledger.calls.filter(({ operation }) => operation === 'document.get').length
const stampsOf = async (id: string, code: string) =>
  (await scene.timeline(id)).filter((each) => each === code).length

test('a bill that is paid there says so on its form, once however often it is told; what is not ours is not read', async () => {
  const id = await sent()
  scene.ledger.editByHand(remoteId(), { status: 'closed', stateThere: 'Paid' })
  await Promise.all([hear(), hear()])
  await hear()
  expect(await stampsOf(id, 'document-state')).toBe(1)
  expect(await state(id)).toMatchObject([{ state: 'closed' }])
  expect((await scene.createEffect(id)).confirmation?.document).toMatchObject({ stateThere: 'Paid' })
  const before = reads()
  await hear({ remoteId: 'somebody-else’s' })
  expect(reads()).toBe(before)
})

test('what was changed by hand is told, does not become ours, and is asked about before we write again', async () => {
  const id = await sent()
  scene.ledger.editByHand(remoteId(), { memo: 'by hand' })
  await hear()
  await hear()
  expect(await stampsOf(id, 'document-changed')).toBe(1)
  expect(await state(id)).toMatchObject([{ state: 'differs' }])
  await scene.revise(id, poValues({ memo: 'second' }))
  await scene.settle()
  expect(only()?.memo).toBe('by hand')
  expect(await scene.tasks(id, 'held')).toHaveLength(1)
})

test('changed back by hand it is as it was sent', async () => {
  const id = await sent()
  scene.ledger.editByHand(remoteId(), { memo: 'by hand' })
  await hear()
  scene.ledger.editByHand(remoteId(), { memo: 'first' })
  await hear()
  expect(await state(id)).toMatchObject([{ state: 'verified' }])
})

test('removed there, its form says so and may be sent as new; told late or twice nothing more happens', async () => {
  const id = await sent()
  const gone = remoteId()
  scene.ledger.documents.clear()
  await hear({ remoteId: gone })
  await hear({ remoteId: gone })
  expect(await stampsOf(id, 'document-removed')).toBe(1)
  expect(await state(id)).toMatchObject([{ state: 'removed', cure: 'send-as-new' }])
})

test('our own writing is no news: the version that we have read is not read again, and while we write it waits', async () => {
  const id = await sent()
  const before = reads()
  expect(await hear({ revision: only()?.reference.revision ?? '' })).toBe(true)
  expect(reads()).toBe(before)
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    expect(await hear()).toBe(false)
  }
  await scene.revise(id, poValues({ memo: 'second' }))
  await scene.settle()
  expect(await hear()).toBe(true)
  expect(await stampsOf(id, 'document-changed')).toBe(0)
})
