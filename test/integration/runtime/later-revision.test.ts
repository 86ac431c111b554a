import { DocumentRejected } from '@fieldledger/accounting'
import { hearOfDocument, ledgerStates, needsAttention, resolveEffect } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

async function sent(): Promise<string> {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  await scene.settle()
  return id
}

async function stateOf(id: string) {
  const { runtime, companyId } = scene
  const revision = (await scene.store.submissions.get(id))?.revision ?? 0
  return (await ledgerStates({ runtime, companyId, submissions: [{ id, revision }] })).get(id)
}

const attention = () => needsAttention({ runtime: scene.runtime, companyId: scene.companyId })

async function isVerified(id: string): Promise<void> {
  await scene.revise(id, poValues({ price: '15' }))
  await scene.settle()
  expect(await stateOf(id)).toMatchObject([{ state: 'verified', sentRevision: 3, changesNotSent: false }])
  expect(await attention()).toEqual([])
}

test('a change that the ledger refused is over once a later revision arrived', async () => {
  const id = await sent()
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('The account is closed there.') })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.settle()
  expect(await stateOf(id)).toMatchObject([{ state: 'rejected' }])
  await isVerified(id)
})

test('so is one that a person stopped', async () => {
  const id = await sent()
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('The account is closed there.') })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.settle()
  const { runtime, companyId } = scene
  const effectId = (await stateOf(id))?.[0]?.effectId ?? ''
  await resolveEffect({ runtime, companyId, person: bookkeeper, effectId, how: 'stop', reason: 'No' })
  await isVerified(id)
})

test('and one that stood there otherwise than it was sent', async () => {
  const id = await sent()
  scene.ledger.faithful = false
  await scene.revise(id, poValues({ price: '12', memo: 'For pier 7' }))
  await scene.settle()
  const cause = 'The ledger holds it otherwise than it was sent: correct it there, or revise the form.'
  const message = expect.stringContaining('(here "')
  expect(await attention()).toMatchObject([{ code: 'document-differs', cause, entries: [{ message }] }])
  scene.ledger.faithful = true
  await isVerified(id)
})

test('and with the document that was taken out: the page says that it is closed there, not that a change was stopped', async () => {
  const id = await sent()
  scene.ledger.faults.push({ when: 'before', error: new DocumentRejected('The account is closed there.') })
  await scene.revise(id, poValues({ price: '12' }))
  await scene.settle()
  await scene.cancel(id)
  await scene.settle()
  expect(await stateOf(id)).toMatchObject([{ state: 'closed' }])
})

/** An order of which the ledger holds something otherwise than it was sent; the effect that a person is asked about. */
async function differs(): Promise<{ id: string; effectId: string }> {
  scene = await openScene({ approval: false })
  scene.ledger.faithful = false
  const { id } = await scene.submit(poValues({ memo: 'For pier 7' }))
  await scene.settle()
  const [state] = (await stateOf(id)) ?? []
  expect(state).toMatchObject({ state: 'differs', mayBeKept: true })
  return { id, effectId: state?.effectId ?? '' }
}

const keep = (effectId: string) =>
  resolveEffect({
    runtime: scene.runtime,
    companyId: scene.companyId,
    person: bookkeeper,
    effectId,
    how: 'keep-theirs',
  })

test('what stands there otherwise than it was sent is kept so by a person: nothing is sent, nobody is asked any more, and its timeline says who', async () => {
  const { id, effectId } = await differs()
  const calls = scene.ledger.creates
  await keep(effectId)
  await scene.settle()
  expect(await attention()).toEqual([])
  const [state] = (await stateOf(id)) ?? []
  expect(state?.message).toMatch(/^Kept as it stands in the ledger: /)
  expect(state).not.toHaveProperty('mayBeKept')
  expect(scene.ledger.creates).toBe(calls)
  expect(await scene.timeline(id)).toContain('theirs-kept')
  await expect(keep(effectId)).rejects.toThrow('otherwise than this page shows')
})

test('a later revision of it is not written over what was kept: the person is asked which of both stands', async () => {
  const { id, effectId } = await differs()
  await keep(effectId)
  scene.ledger.faithful = true
  await scene.revise(id, poValues({ price: '15' }))
  await scene.settle()
  expect(await attention()).toMatchObject([{ cure: 'choose-version', entries: [{}] }])
})

test('what somebody changed there since it was read is not kept unseen: it is read again first', async () => {
  const { id, effectId } = await differs()
  const [document] = scene.ledger.documents.values()
  scene.ledger.editByHand(document?.reference.id ?? '', { date: '2026-12-24' })
  await expect(keep(effectId)).rejects.toThrow('it is being read once more')
  await scene.settle()
  const [state] = (await stateOf(id)) ?? []
  expect(state).toMatchObject({ state: 'differs', mayBeKept: true })
  expect(state?.message).toContain('2026-12-24')
})

/** The ledger tells that somebody changed its date. */
async function toldOfDate(date: string): Promise<void> {
  const [document] = scene.ledger.documents.values()
  const remoteId = document?.reference.id ?? ''
  scene.ledger.editByHand(remoteId, { date })
  const { runtime, companyId, connection } = scene
  await hearOfDocument({ runtime, companyId, connectionId: connection.id, remoteId })
  await scene.settle()
}

test('what the ledger told of is kept so too, and another change after it asks again', async () => {
  const id = await sent()
  await toldOfDate('2026-12-24')
  const [state] = (await stateOf(id)) ?? []
  expect(state).toMatchObject({ state: 'differs', mayBeKept: true })
  await keep(state?.effectId ?? '')
  expect(await attention()).toEqual([])
  await toldOfDate('2026-12-31')
  expect(await stateOf(id)).toMatchObject([{ state: 'differs', mayBeKept: true }])
  expect(await attention()).toMatchObject([{ code: 'document-differs', entries: [{}] }])
})
