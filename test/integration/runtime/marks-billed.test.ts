import { LedgerUnavailable, NotReadyThere, OutcomeUnknown } from '@fieldledger/accounting'
import type { Submission, SubmissionValues } from '@fieldledger/forms'
import {
  executeEffect,
  hearOfDocument,
  ledgerStates,
  retryEffect,
  sendDocument,
  submitForm,
} from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { content, memoField, poValues, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const billForm = {
  ...content,
  name: 'Bill',
  type: 'bill' as const,
  numbering: { ...content.numbering, prefix: 'B' },
}

/** An approved order of 2 pieces, and a form of bills, before a ledger that does not close orders by their bills. */
async function orderHere(): Promise<Submission> {
  scene = await openScene({ approval: false, quietPeriodMs: 0, replayWindowMs: null })
  scene.workflows.push({ version: 2, graph: { steps: {}, edges: [] } })
  const { form } = scene.runtime.ports.versions
  scene.runtime.ports.versions.form = async (which) => {
    const found = await form({ ...which, version: 1 })
    return found === undefined || which.formId !== 'form-bill' ? found : { ...found, content: billForm }
  }
  const { capabilities } = scene.connection
  const { 'purchase-order': order, bill } = capabilities.documents
  const documents = {
    'purchase-order': { ...Object(order), cancel: 'delete', marksBilled: true },
    bill: { ...Object(bill), linksOrders: false },
  }
  Object.assign(scene.connection, { capabilities: { ...capabilities, documents } })
  return scene.submit()
}

async function orderThere(): Promise<Submission> {
  const order = await orderHere()
  await send(order.id)
  return order
}

const place = (submissionId: string) => ({
  runtime: scene.runtime,
  companyId: scene.companyId,
  person: bookkeeper,
  submissionId,
  connectionId: scene.connection.id,
})

async function handOver(submissionId: string): Promise<void> {
  const mapping = { vendor: vendorField, materials: tableField, memo: memoField }
  await sendDocument({ ...place(submissionId), mapping })
}

async function send(submissionId: string): Promise<void> {
  await handOver(submissionId)
  await scene.settle()
}

async function bill(madeFrom: string, quantity: string): Promise<string> {
  const values = withQuantity(quantity)
  const { runtime, companyId } = scene
  const request = { id: v7(), formVersion: 1, values, madeFrom }
  const { submission } = await submitForm({
    runtime,
    companyId,
    person: bookkeeper,
    formId: 'form-bill',
    request,
  })
  return submission.id
}

function withQuantity(quantity: string): SubmissionValues {
  const values = poValues()
  const rows = (values.f_lines01 as { id: string }[]).map((row) => ({ ...row, quantity }))
  return { ...values, f_lines01: rows as never }
}

const marks = () => scene.ledger.calls.filter(({ operation }) => operation === 'document.mark').length

async function remoteId(submissionId: string): Promise<string> {
  return (await scene.createEffect(submissionId)).confirmation?.reference.id ?? ''
}

async function statusThere(order: Submission) {
  return scene.ledger.documents.get(await remoteId(order.id))?.status
}

/** What the order's timeline says of its being billed there. */
async function said(order: Submission) {
  const entries = await scene.store.timeline.read({ submissionId: order.id })
  return entries
    .filter(({ code }) => code === 'order-marked' || code === 'order-not-marked')
    .map(({ params }) => params.why ?? (params.already === true ? `${params.as} already` : params.as))
}

async function page(order: Submission) {
  const { runtime, companyId } = scene
  return (await ledgerStates({ runtime, companyId, submissions: [order] })).get(order.id)?.[0]
}

test('an order is set billed there once the bills that arrived there cover it: once, read back, and its page says so', async () => {
  const order = await orderThere()
  const [first, second] = [await bill(order.id, '1'), await bill(order.id, '1')]
  expect((await scene.store.submissions.get(order.id))?.status).toBe('closed')
  await send(first)
  expect([marks(), await statusThere(order), await said(order)]).toEqual([0, 'open', []])
  expect(await page(order)).toMatchObject({ state: 'verified' })
  await send(second)
  expect([marks(), await statusThere(order), await said(order)]).toEqual([1, 'closed', ['billed']])
  expect(await page(order)).toMatchObject({ state: 'closed', billedInFull: true })
  await send(second)
  expect([marks(), await said(order)]).toEqual([1, ['billed']])
  scene.ledger.editByHand(await remoteId(order.id), { status: 'open' })
  const { runtime, companyId, connection } = scene
  const heard = { connectionId: connection.id, remoteId: await remoteId(order.id) }
  await hearOfDocument({ runtime, companyId, ...heard })
  await scene.settle()
  expect([marks(), (await page(order))?.billedInFull]).toEqual([1, undefined])
})

test('two bills that arrive at the same moment set their order billed once', async () => {
  const order = await orderThere()
  for (const one of [await bill(order.id, '1'), await bill(order.id, '1')]) await handOver(one)
  const { runtime } = scene
  const claimed = await scene.claimEffects()
  expect(claimed).toHaveLength(2)
  await Promise.all(claimed.map((effect) => executeEffect({ runtime, effect, fresh: () => true })))
  await scene.settle()
  expect([marks(), await said(order)]).toEqual([1, ['billed']])
})

test('G-13 an order whose bill was taken out there is open again, by us or by hand, and billed again with the next', async () => {
  const order = await orderThere()
  const first = await bill(order.id, '2')
  await send(first)
  await scene.cancel(first)
  await scene.settle()
  expect([await statusThere(order), await said(order)]).toEqual(['open', ['billed', 'open']])
  expect((await page(order))?.billedInFull).toBeUndefined()
  const second = await bill(order.id, '2')
  await send(second)
  scene.ledger.editByHand(await remoteId(second), { status: 'removed' })
  const { runtime, companyId, connection } = scene
  const heard = { connectionId: connection.id, remoteId: await remoteId(second) }
  await hearOfDocument({ runtime, companyId, ...heard })
  await scene.settle()
  expect([await statusThere(order), marks()]).toEqual(['open', 4])
  expect(await said(order)).toEqual(['billed', 'open', 'billed', 'open'])
})

test('a bill that was cancelled here and stays there bills its order still', async () => {
  const order = await orderThere()
  const only = await bill(order.id, '2')
  await send(only)
  await scene.cancel(only, false)
  await scene.settle()
  expect([await statusThere(order), await said(order)]).toEqual(['closed', ['billed']])
})

test.each(['before the ledger heard of the bill', 'before the order is open again there'])(
  'G-13 an order that is cancelled after its bill is taken out there: %s',
  async (when) => {
    const order = await orderThere()
    scene.ledger.keepsBilled = true
    const only = await bill(order.id, '2')
    await send(only)
    await scene.cancel(only)
    if (when !== 'before the ledger heard of the bill') await scene.effects()
    await scene.cancel(order.id)
    await scene.settle()
    expect([await statusThere(order), await said(order)]).toEqual(['removed', ['billed', 'open']])
    expect(await page(order)).toMatchObject({ state: 'removed' })
  },
)

test.each(['before the ledger heard of the bill', 'before the order is open again there'])(
  'a change of an order whose bill is taken out goes on once it is open again there: %s',
  async (when) => {
    const order = await orderThere()
    scene.ledger.keepsBilled = true
    const only = await bill(order.id, '2')
    await send(only)
    await scene.cancel(only)
    if (when !== 'before the ledger heard of the bill') await scene.effects()
    const revised = { status: 'approved' as const, revision: 2, values: withQuantity('3') }
    await scene.store.submissions.change({ id: order.id, change: revised })
    await handOver(order.id)
    if (when !== 'before the ledger heard of the bill')
      scene.ledger.faults.push({ when: 'before', error: new LedgerUnavailable('It is down: wait.') })
    await scene.settle()
    const effects = await scene.store.effects.ofSubmission(order.id)
    expect(effects.map(({ operation, state }) => [operation, state]).toSorted()).toEqual([
      ['create', 'confirmed'],
      ['mark', 'confirmed'],
      ['mark', 'confirmed'],
      ['update', 'confirmed'],
    ])
  },
)

test('an order whose mark was refused asks nobody to try again once it is cancelled', async () => {
  const order = await orderThere()
  const only = await bill(order.id, '2')
  await handOver(only)
  await scene.effects()
  scene.ledger.faults.push({ when: 'before', error: new NotReadyThere('It is no approved one: approve it.') })
  await scene.settle()
  await scene.cancel(only, false)
  await scene.cancel(order.id, false)
  await scene.settle()
  const effects = await scene.store.effects.ofSubmission(order.id)
  expect(effects.map(({ operation, state }) => [operation, state])).toEqual([
    ['create', 'confirmed'],
    ['mark', 'superseded'],
  ])
  expect([marks(), (await page(order))?.state]).toEqual([1, 'verified'])
})

test('a mark that was refused for a draft is tried again by itself when the ledger tells that the order was approved', async () => {
  const order = await orderThere()
  await handOver(await bill(order.id, '2'))
  await scene.effects()
  scene.ledger.faults.push({ when: 'before', error: new NotReadyThere('It is a draft: approve it.') })
  await scene.settle()
  const { runtime, companyId, connection } = scene
  const hear = async (change: Parameters<typeof scene.ledger.editByHand>[1]) => {
    scene.ledger.editByHand(await remoteId(order.id), change)
    await hearOfDocument({
      runtime,
      companyId,
      connectionId: connection.id,
      remoteId: await remoteId(order.id),
    })
    await scene.settle()
  }
  await hear({})
  expect([marks(), (await page(order))?.state]).toEqual([1, 'rejected'])
  await hear({ stateThere: 'Approved' })
  expect([marks(), await said(order)]).toEqual([2, ['billed']])
})

test('an order that was never sent is not set billed and says so; when it is sent afterwards, it is', async () => {
  const order = await orderHere()
  for (const quantity of ['1', '1', '1']) await send(await bill(order.id, quantity))
  expect([marks(), await said(order)]).toEqual([0, ['not-sent']])
  await scene.store.submissions.change({ id: order.id, change: { status: 'approved' } })
  await send(order.id)
  expect([marks(), await said(order)]).toEqual([1, ['not-sent', 'billed']])
})

test('an order that somebody set billed or deleted there is left as it is, and says so', async () => {
  const order = await orderThere()
  scene.ledger.editByHand(await remoteId(order.id), { status: 'closed' })
  const own = await bill(order.id, '2')
  await send(own)
  expect([marks(), await said(order)]).toEqual([0, ['billed already']])
  // Nor is it opened again: what that person billed it by may stand there still.
  await scene.cancel(own)
  await scene.settle()
  expect([marks(), await statusThere(order), await said(order)]).toEqual([0, 'closed', ['billed already']])

  const other = await scene.submit()
  await send(other.id)
  scene.ledger.editByHand(await remoteId(other.id), { status: 'removed' })
  await send(await bill(other.id, '2'))
  expect([marks(), await scene.timeline(other.id)]).toEqual([0, expect.arrayContaining(['document-removed'])])
  await send(await bill(other.id, '1'))
  expect([marks(), await said(other)]).toEqual([0, ['removed']])
})

test('a mark whose answer was lost is looked for and not written twice; one that was refused is tried again', async () => {
  const order = await orderThere()
  const only = await bill(order.id, '2')
  await handOver(only)
  await scene.effects()
  scene.ledger.faults.push({ when: 'after', error: new OutcomeUnknown('The line broke: wait.') })
  await scene.settle()
  expect([marks(), await statusThere(order), await said(order)]).toEqual([1, 'closed', ['billed']])

  const other = await scene.submit()
  await send(other.id)
  await handOver(await bill(other.id, '2'))
  await scene.effects()
  scene.ledger.faults.push({
    when: 'before',
    error: new NotReadyThere('It is not approved yet: approve it.'),
  })
  await scene.settle()
  expect(await page(other)).toMatchObject({
    state: 'rejected',
    message: 'It is not approved yet: approve it.',
    cure: 'retry',
  })
  const effects = await scene.store.effects.ofSubmission(other.id)
  const refused = effects.find(({ operation }) => operation === 'mark')
  await retryEffect({ ...place(other.id), effectId: refused?.id ?? '' })
  await scene.settle()
  expect([await statusThere(other), await said(other)]).toEqual(['closed', ['billed']])
})

test('a change of an order that waited for a mark goes on when the mark is wanted no more', async () => {
  const order = await orderThere()
  const only = await bill(order.id, '2')
  await handOver(only)
  await scene.effects()
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('The line broke: wait.') })
  await scene.effects()
  await scene.store.submissions.change({ id: order.id, change: { status: 'approved', revision: 2 } })
  await handOver(order.id)
  await scene.effects()
  scene.ledger.editByHand(await remoteId(only), { status: 'removed' })
  const { runtime, companyId, connection } = scene
  const heard = { connectionId: connection.id, remoteId: await remoteId(only) }
  await hearOfDocument({ runtime, companyId, ...heard })
  await scene.settle()
  const effects = await scene.store.effects.ofSubmission(order.id)
  expect(effects.map(({ operation, state }) => [operation, state])).toEqual([
    ['create', 'confirmed'],
    ['mark', 'superseded'],
    ['update', 'confirmed'],
  ])
})

test('where bills close their order, closing it is no change by hand, nor is paying the bill; who closes it without bills is asked', async () => {
  const order = await orderThere()
  Object.assign(Object(scene.connection.capabilities.documents['purchase-order']), { marksBilled: false })
  const { runtime, companyId, connection } = scene
  const changeThere = async (
    submissionId: string,
    change: { status: 'open' | 'closed'; stateThere?: string },
  ) => {
    const id = await remoteId(submissionId)
    scene.ledger.editByHand(id, change)
    await hearOfDocument({ runtime, companyId, connectionId: connection.id, remoteId: id })
    return (await scene.createEffect(submissionId)).confirmation?.verified
  }
  expect(await changeThere(order.id, { status: 'closed' })).toBe('differs')
  expect(await changeThere(order.id, { status: 'open' })).toBe('verified')
  const only = await bill(order.id, '2')
  await send(only)
  expect(await changeThere(order.id, { status: 'closed' })).toBe('verified')
  expect(await page(order)).toMatchObject({ state: 'closed' })
  expect(await changeThere(only, { status: 'closed', stateThere: 'Paid' })).toBe('verified')
})

test('an order that its own bill closed there is not called changed by hand while that bill is being confirmed', async () => {
  const order = await orderThere()
  Object.assign(Object(scene.connection.capabilities.documents['purchase-order']), { marksBilled: false })
  const only = await bill(order.id, '2')
  await handOver(only)
  scene.ledger.faults.push({ when: 'after', error: new OutcomeUnknown('reset') })
  const [effect] = await scene.claimEffects()
  if (effect === undefined) throw new RangeError('The bill is not due.')
  await executeEffect({ runtime: scene.runtime, effect, fresh: () => true })
  const id = await remoteId(order.id)
  scene.ledger.editByHand(id, { status: 'closed' })
  const { runtime, companyId, connection } = scene
  const told = { runtime, companyId, connectionId: connection.id, remoteId: id }
  expect(await hearOfDocument(told)).toBe(false)
  await scene.settle()
  expect(await hearOfDocument(told)).toBe(true)
  expect((await scene.createEffect(order.id)).confirmation?.verified).toBe('verified')
})
