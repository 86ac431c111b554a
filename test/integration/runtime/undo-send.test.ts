import { DocumentInUse, OutcomeUnknown } from '@fieldledger/accounting'
import {
  cancelSubmission,
  foreseeCancel,
  foreseeUndo,
  ledgerStates,
  preflightForm,
  retryEffect,
  retryHeld,
  sendDocument,
  undoSend,
} from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { memoField, poValues, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** A form whose order is in the ledger. */
async function sent(): Promise<string> {
  scene = await openScene({ approval: false, quietPeriodMs: 0, replayWindowMs: null })
  const { id } = await scene.submit()
  await scene.settle()
  return id
}

const place = (submissionId: string) => ({
  runtime: scene.runtime,
  companyId: scene.companyId,
  person: bookkeeper,
  submissionId,
  connectionId: scene.connection.id,
})

async function about(submissionId: string) {
  const { runtime, companyId } = scene
  const { id: effectId } = await scene.createEffect(submissionId)
  return { runtime, companyId, person: bookkeeper, effectId }
}

async function states(id: string) {
  const { runtime, companyId } = scene
  const submission = await scene.store.submissions.get(id)
  if (submission === undefined) throw new RangeError('There is no such form.')
  return (await ledgerStates({ runtime, companyId, submissions: [submission] }))
    .get(id)
    ?.map(({ state }) => state)
}

/** What cancelling a form does in this ledger. */
function cancelsBy(cancel: 'delete' | 'void' | 'none'): void {
  const { capabilities } = scene.connection
  const order = { ...Object(capabilities.documents['purchase-order']), cancel }
  Object.assign(scene.connection, {
    capabilities: { ...capabilities, documents: { 'purchase-order': order } },
  })
}

const there = () => [...scene.ledger.documents.values()].filter(({ status }) => status !== 'removed')

test('G-13 a send is taken back: removed there, not sent here, and sending it again makes one new document', async () => {
  const id = await sent()
  expect(await foreseeUndo(await about(id))).toMatchObject({ becomes: 'deleted', number: 'PO-0001' })
  await expect(undoSend({ ...(await about(id)), reason: ' ' })).rejects.toMatchObject({
    code: 'effect-not-resolvable',
  })
  await undoSend({ ...(await about(id)), reason: 'Wrong vendor' })
  await scene.settle()
  expect(there()).toEqual([])
  expect(await states(id)).toEqual([])
  const { runtime, companyId } = scene
  expect(await preflightForm({ runtime, companyId, submissionId: id })).toMatchObject([{ problems: [] }])
  expect((await scene.store.submissions.get(id))?.status).toBe('approved')
  const timeline = await scene.timeline(id)
  expect(timeline.slice(-3)).toEqual(['undo-asked', 'sending', 'document-cancelled'])
  await expect(undoSend({ ...(await about(id)), reason: 'Twice' })).rejects.toMatchObject({
    code: 'effect-not-resolvable',
  })

  await sendDocument(place(id))
  await sendDocument(place(id))
  await scene.settle()
  expect(there()).toHaveLength(1)
  expect(await states(id)).toEqual(['verified'])
  await undoSend({ ...(await about(id)), reason: 'Once more' })
  await scene.settle()
  expect([there(), await states(id)]).toEqual([[], []])
})

test('G-13 what is sent by hand after a send was taken back is another document, however long the ledger takes', async () => {
  const id = await sent()
  const start = { kind: 'form-submitted', name: 'Start', config: {} }
  scene.workflows.push({ version: 2, graph: { steps: { s_start: start }, edges: [] } })
  const mapping = { vendor: vendorField, materials: tableField, memo: memoField }
  await undoSend({ ...(await about(id)), reason: 'Wrong price' })
  await expect(sendDocument({ ...place(id), mapping })).rejects.toMatchObject({
    message: expect.stringContaining('taken back just now'),
  })
  await scene.revise(id, poValues({ price: '25' }))
  await sendDocument({ ...place(id), mapping })
  await scene.settle()
  expect(there()).toMatchObject([{ net: { minor: 5000 } }])
  expect(await states(id)).toEqual(['verified'])
})

test('G-13 what is paid or billed there stays: the dialog says why, and a refusal on the way changes nothing', async () => {
  const id = await sent()
  const [document] = there()
  const refused =
    'Purchase order PO-0001 is linked to a bill, so it stays as it is. Remove the bill there first.'
  scene.ledger.documents.set(document?.reference.id ?? '', { ...Object(document), removal: { refused } })
  expect(await foreseeUndo(await about(id))).toMatchObject({ becomes: 'refused', refused })
  scene.ledger.faults.push({ when: 'before', error: new DocumentInUse(refused) })
  await undoSend({ ...(await about(id)), reason: 'Pressed all the same' })
  await scene.settle()
  expect(there()).toHaveLength(1)
  expect(await states(id)).toEqual(['verified'])
  expect(await scene.timeline(id)).toContain('document-rejected')
  await undoSend({ ...(await about(id)), reason: 'The bill is gone now' })
  await scene.settle()
  expect([there(), await states(id)]).toEqual([[], []])
})

test('G-13 before a form is cancelled its dialog says what that does there now', async () => {
  const id = await sent()
  const [document] = there()
  const remoteId = document?.reference.id ?? ''
  const foreseen = async () => (await foreseeCancel(await about(id))).becomes
  expect(await foreseen()).toBe('closed')
  scene.ledger.editByHand(remoteId, { status: 'closed' })
  expect(await foreseen()).toBe('closed-already')
  cancelsBy('void')
  scene.ledger.editByHand(remoteId, { removal: { becomes: 'voided' } })
  expect(await foreseen()).toBe('voided')
  scene.ledger.editByHand(remoteId, { removal: { refused: 'It is paid: take the payment back first.' } })
  expect(await foreseeCancel(await about(id))).toMatchObject({
    becomes: 'refused',
    refused: 'It is paid: take the payment back first.',
  })
  cancelsBy('none')
  expect(await foreseen()).toBe('stays')
  scene.ledger.editByHand(remoteId, { status: 'removed' })
  expect(await foreseen()).toBe('gone')
})

/** The form is cancelled, and its document deleted where it would be closed. */
const cancelDeleting = async (submissionId: string, removeFromLedger = true) => {
  const { runtime, companyId, connection } = scene
  const choice = { removeFromLedger, deleteIn: [connection.id] }
  await cancelSubmission({
    runtime,
    companyId,
    person: bookkeeper,
    submissionId,
    reason: 'Called off',
    ...choice,
  })
}

test('G-13 an order that cancelling closes is deleted by choice, and its dialog offers that as long as it can be', async () => {
  const id = await sent()
  const [document] = there()
  const remoteId = document?.reference.id ?? ''
  const foreseen = async () => foreseeCancel(await about(id))
  expect(await foreseen()).toMatchObject({ becomes: 'closed', orDeleted: true })
  const refused = 'It is linked to a bill: remove the bill first.'
  scene.ledger.editByHand(remoteId, { removal: { refused } })
  // Its open lines can still be closed.
  expect(await foreseen()).toMatchObject({ becomes: 'closed' })
  expect(await foreseen()).not.toHaveProperty('orDeleted')
  scene.ledger.editByHand(remoteId, { removal: { refused }, closing: { refused } })
  expect(await foreseen()).toMatchObject({ becomes: 'refused', refused })
  scene.ledger.editByHand(remoteId, { removal: { becomes: 'deleted' } })
  await cancelDeleting(id)
  await scene.settle()
  expect([there(), await states(id)]).toEqual([[], ['removed']])
  const [said] = (await scene.store.timeline.read({ submissionId: id })).filter(
    ({ code }) => code === 'document-cancelled',
  )
  expect(said?.params).toMatchObject({ how: 'deleted' })
  expect(await scene.store.effects.needingAttention()).toEqual([])
})

test('G-13 one that is closed there already is deleted where that is all that is chosen; a lost answer is looked for', async () => {
  const id = await sent()
  const [document] = there()
  scene.ledger.editByHand(document?.reference.id ?? '', { status: 'closed' })
  expect(await foreseeCancel(await about(id))).toMatchObject({ becomes: 'closed-already', orDeleted: true })
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('The line broke: wait.') })
  await cancelDeleting(id, false)
  await scene.settle()
  expect(there()).toEqual([])
})

test('G-13 a ledger without that choice says so, and the form is not cancelled', async () => {
  const id = await sent()
  cancelsBy('delete')
  const { capabilities } = scene.connection
  const { deletesByChoice: _choice, ...order } = Object(capabilities.documents['purchase-order'])
  Object.assign(scene.connection, {
    capabilities: { ...capabilities, documents: { 'purchase-order': order } },
  })
  await expect(cancelDeleting(id)).rejects.toMatchObject({
    code: 'decision-refused',
    message: expect.stringMatching(/^The Double leaves no choice .+ does it\.$/),
  })
  expect((await scene.store.submissions.get(id))?.status).toBe('approved')
})

test('G-13 a cancelled form does not say that its document is deleted while it stands there paid', async () => {
  const id = await sent()
  const [document] = there()
  scene.ledger.editByHand(document?.reference.id ?? '', { status: 'closed', stateThere: 'Paid' })
  cancelsBy('delete')
  const refused = 'Purchase order PO-0001 is paid, so it stays as it is. Take the payment back there first.'
  scene.ledger.faults.push({ when: 'before', error: new DocumentInUse(refused) })
  await scene.cancel(id)
  await scene.settle()
  expect(there()).toMatchObject([{ stateThere: 'Paid' }])
  expect(await scene.timeline(id)).not.toContain('document-cancelled')
  expect(await scene.timeline(id)).toContain('document-rejected')
})

test('an undo that was held asks no more once it is done, also when the document went by hand', async () => {
  const id = await sent()
  const [document] = there()
  await undoSend({ ...(await about(id)), reason: 'Wrong vendor' })
  await scene.database.connection
    .collection('effects')
    .updateOne({ submissionId: id, operation: 'cancel' }, { $set: { attempts: 9 } })
  await scene.settle()
  expect(await scene.tasks(id, 'held')).toHaveLength(1)
  scene.ledger.editByHand(document?.reference.id ?? '', { status: 'removed' })
  await retryHeld(place(id))
  await scene.settle()
  expect([there(), await states(id), await scene.tasks(id, 'held')]).toEqual([[], [], []])
})

test('a cancel that was refused is tried again at the same revision, and closes what is there', async () => {
  const id = await sent()
  scene.ledger.faults.push({ when: 'before', error: new DocumentInUse('It is linked to a bill.') })
  await scene.cancel(id)
  await scene.settle()
  expect(await states(id)).toEqual(['rejected'])
  const effects = await scene.store.effects.ofSubmission(id)
  const refused = effects.find(({ operation }) => operation === 'cancel')
  if (refused === undefined) expect.unreachable('the cancel was planned')
  await retryEffect({ ...place(id), effectId: refused.id })
  await scene.settle()
  expect(await states(id)).toEqual(['closed'])
  expect(
    (await scene.store.effects.ofSubmission(id)).filter(({ operation }) => operation === 'cancel'),
  ).toHaveLength(1)
})

test('an undo of a closed order whose answer was lost is not taken for done as long as the order stands there', async () => {
  const id = await sent()
  const [document] = there()
  scene.ledger.editByHand(document?.reference.id ?? '', { status: 'closed' })
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('The line broke: wait.') })
  await undoSend({ ...(await about(id)), reason: 'Wrong vendor' })
  await scene.settle()
  expect([there(), await states(id)]).toEqual([[], []])
})
