import { LedgerUnavailable, type RemoteDocument } from '@fieldledger/accounting'
import { foreseeResend, preflightForm, resolveEffect, retryHeld } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const closed = 'Purchase Order PO-0001 is closed in The Double, so the changes are not taken in there.'

/** An order that is in the ledger, where somebody brings it on; the form's id. */
async function sent(change: Partial<RemoteDocument>): Promise<string> {
  scene = await openScene()
  scene.links.set('vendor:vendor-2', { id: 'v2', name: 'Brightline', active: true })
  scene.vendors.set('vendor-2', { id: 'vendor-2', name: 'Brightline', state: 'active' })
  const { id } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await scene.settle()
  byHand(change)
  return id
}

function byHand(change: Partial<RemoteDocument>): void {
  const [document] = scene.ledger.documents.values()
  scene.ledger.editByHand(document?.reference.id ?? '', change)
}

/** What the form's page and whoever approves are told of it. */
async function told(submissionId: string): Promise<string[]> {
  const { runtime, companyId } = scene
  const [row] = await preflightForm({ runtime, companyId, submissionId })
  return (row?.problems ?? []).map(({ code, message }) => `${code}: ${message}`)
}

test('S1-30 before a change is approved or sent its form says that the ledger would not take it in, as it stands there now', async () => {
  const id = await sent({ standing: 'closed' })
  expect(await told(id)).toEqual([])
  await scene.revise(id, poValues({ price: '12' }))
  const sentence = `fixed-there: ${closed} Open it again there.`
  expect(await told(id)).toEqual([sentence])
  byHand({ standing: 'open' })
  expect(await told(id)).toEqual([])
  byHand({ standing: 'paused', stateThere: 'Paused' })
  expect(await told(id)).toEqual([
    expect.stringContaining('as “Paused”, in which it is not changed from here'),
  ])
  // A ledger that is down says nothing against it: it is looked at again before anything leaves.
  scene.ledger.readFaults.push(new LedgerUnavailable('It is down: wait.'))
  expect(await told(id)).toEqual([])
})

test('of a revision that changes nothing of what is there nothing is told, and it arrives though the document stays as it is', async () => {
  const id = await sent({ standing: 'closed' })
  await scene.revise(id, poValues())
  expect(await told(id)).toEqual([])
  const { runtime, companyId, connection, store } = scene
  await store.submissions.change({ id, change: { status: 'approved' } })
  const asked = { connectionId: connection.id, submissionIds: [id] }
  const rows = await foreseeResend({ runtime, companyId, person: bookkeeper, ...asked })
  expect(rows).toMatchObject([{ does: 'update', message: '' }])
  await scene.settle()
  expect(scene.ledger.updates).toBe(0)
  expect(await store.effects.needingAttention()).toEqual([])
})

test('so says "Resend all" before it sends anything', async () => {
  const id = await sent({ standing: 'closed' })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.store.submissions.change({ id, change: { status: 'approved' } })
  const { runtime, companyId, connection } = scene
  const asked = { connectionId: connection.id, submissionIds: [id] }
  const rows = await foreseeResend({ runtime, companyId, person: bookkeeper, ...asked })
  expect(rows).toMatchObject([{ does: 'hold', message: expect.stringContaining(closed) }])
})

test('where the vendor alone stays, a change of it is told and another one is not', async () => {
  const id = await sent({ standing: 'billed' })
  await scene.revise(id, poValues({ price: '12' }))
  expect(await told(id)).toEqual([])
  await scene.revise(id, poValues({ price: '12', vendor: 'vendor-2' }))
  expect(await told(id)).toEqual([expect.stringMatching(/^fixed-there: .*: Vendor\. Put the vendor back/)])
})

test('S1-28 of one that was changed there too and is closed, theirs is kept: ours is neither offered nor sent', async () => {
  const id = await sent({ standing: 'closed', status: 'closed' })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.settle()
  await scene.approve(id)
  const { runtime, companyId, store } = scene
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems?.[0]).toMatchObject({
    cure: 'choose-version',
    message: expect.stringMatching(/Open it again there\. Or keep theirs\.$/),
    params: { fixed: expect.stringContaining(closed) },
  })
  const held = (await store.effects.ofSubmission(id)).find(({ waitingFor }) => waitingFor === 'cure')
  const said = { runtime, companyId, person: bookkeeper, effectId: held?.id ?? '' }
  await expect(resolveEffect({ ...said, how: 'send-ours' })).rejects.toThrow(closed)
  await resolveEffect({ ...said, how: 'keep-theirs' })
  await scene.settle()
  expect(scene.ledger.updates).toBe(0)
  expect(await store.effects.needingAttention()).toEqual([])
})

test('S1-28 opened again there it goes when it is tried again, though it was held while it was closed', async () => {
  const id = await sent({ standing: 'closed', status: 'closed' })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.settle()
  await scene.approve(id)
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(scene.ledger.updates).toBe(0)
  byHand({ standing: 'open', status: 'open' })
  const { runtime, companyId } = scene
  await retryHeld({ runtime, companyId, person: bookkeeper, taskId: task?.id ?? '' })
  await scene.settle()
  expect([...scene.ledger.documents.values()]).toMatchObject([{ net: { minor: 2400 } }])
  expect(await scene.tasks(id, 'held')).toEqual([])
})
