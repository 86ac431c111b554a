import { sendDocument, tickTriggers } from '@fieldledger/runtime'
import type { SendingSettings } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { graphOf, poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const { s_start, s_approve, s_sync } = graphOf({}).steps
const { mapping, unlinkedItems } = Object(s_sync?.config)
const noStep = (approval: boolean) => ({
  steps: approval && s_start && s_approve ? { s_start, s_approve } : s_start ? { s_start } : {},
  edges: approval ? [{ id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_approve' }] : [],
})

/** A form with a mapping of its own, whose workflow sends nothing, and a connection with these switches. */
async function open(sending: SendingSettings, { approval = true, step = false } = {}): Promise<void> {
  scene = await openScene({ approval })
  if (!step) scene.workflows.push({ version: 2, graph: noStep(approval) })
  scene.runtime.ports.lookups.mappings.find = async () => ({ mapping, unlinkedItems })
  scene.connection.sending = sending
  const { id, companyId } = { ...scene.connection, companyId: scene.companyId }
  await scene.database.connection
    .collection<{ _id: string; companyId: string; sending: SendingSettings }>('connections')
    .insertOne({ _id: id, companyId, sending })
}

/** Two workers look for events at once, and carry out what they find; no doorbell is needed. */
async function work(): Promise<void> {
  await scene.settle()
  await Promise.all([tickTriggers(scene.runtime), tickTriggers(scene.runtime)])
  await scene.settle()
}

const on: SendingSettings = { approved: ['purchase-order'], changed: [] }
const off: SendingSettings = { approved: [], changed: [] }

test('S0-05 S0-16 S0-26 an approved form is sent by itself where its type is on, once, whoever looks', async () => {
  await open(on)
  const { id } = await scene.submit()
  await work()
  expect(scene.ledger.creates).toBe(0)
  await scene.approve(id)
  await work()
  await work()
  expect(scene.ledger.documents.size).toBe(1)
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
  expect(await scene.timeline(id)).toContain('document-created')
})

test('S0-04 S1-03 with the type off nothing is sent, and the timeline says why, once', async () => {
  await open(off)
  const { id } = await scene.submit()
  await work()
  await scene.approve(id)
  await work()
  await work()
  expect(scene.ledger.calls).toEqual([])
  const said = (await scene.store.timeline.read({ submissionId: id })).filter(
    ({ code }) => code === 'not-sent',
  )
  expect(said.map(({ params }) => params)).toEqual([
    { provider: 'The Double', connection: 'Double books', why: 'type-off' },
  ])
})

test('S0-06 a form that waits, is rejected or revised before its approval sends nothing', async () => {
  await open(on)
  const { id } = await scene.submit()
  await scene.revise(id, poValues({ price: '11' }))
  await work()
  expect(await scene.store.effects.ofSubmission(id)).toEqual([])
  await scene.approve(id)
  await scene.settle()
  await scene.revise(id, poValues({ price: '12' }))
  await work()
  expect(await scene.store.effects.ofSubmission(id)).toEqual([])
})

test('G-12 with a Sync step in the workflow, the switch and a click besides, one document is made', async () => {
  await open(on, { step: true })
  const { id } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  const { runtime, companyId, connection } = scene
  await scene.runs()
  const click = () =>
    sendDocument({ runtime, companyId, person: bookkeeper, submissionId: id, connectionId: connection.id })
  await Promise.all([tickTriggers(runtime), click(), click()])
  await work()
  expect(scene.ledger.creates).toBe(1)
  expect(scene.ledger.documents.size).toBe(1)
  expect(
    (await scene.store.effects.ofSubmission(id)).filter(({ operation }) => operation === 'create'),
  ).toHaveLength(1)
})

test('G-11 S1-29 a change of what was sent waits for the button, and goes by itself where that is on', async () => {
  await open(on, { approval: false })
  const { id } = await scene.submit()
  await work()
  expect(scene.ledger.documents.size).toBe(1)
  await scene.revise(id, poValues({ price: '12' }))
  await work()
  expect((await scene.createEffect(id)).confirmation?.revision).toBe(1)
  expect(await scene.timeline(id)).not.toContain('document-updated')
  scene.connection.sending = { ...on, changed: ['purchase-order'] }
  await scene.revise(id, poValues({ price: '13' }))
  await work()
  expect((await scene.createEffect(id)).confirmation?.revision).toBe(3)
  expect(scene.ledger.documents.size).toBe(1)
})

test('a form whose mapping is not complete is not sent by itself, and the timeline says so', async () => {
  await open(on)
  const { materials: _, ...incomplete } = mapping
  scene.runtime.ports.lookups.mappings.find = async () => ({ mapping: incomplete, unlinkedItems })
  const { id } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await work()
  expect(await scene.store.effects.ofSubmission(id)).toEqual([])
  const [said] = (await scene.store.timeline.read({ submissionId: id })).filter(
    ({ code }) => code === 'not-sent',
  )
  expect(said?.params.why).toBe('mapping-missing')
})

test('S0-07 S0-20 S0-27 "Send to" needs no step in the workflow: the form’s own mapping is enough', async () => {
  await open(off)
  const { id } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await work()
  const { runtime, companyId, connection } = scene
  const send = { runtime, companyId, person: bookkeeper, submissionId: id, connectionId: connection.id }
  await sendDocument(send)
  await work()
  expect(scene.ledger.documents.size).toBe(1)
  expect((await scene.createEffect(id)).requestedBy).toEqual({ personId: bookkeeper.id })
  runtime.ports.lookups.mappings.find = async () => undefined
  await expect(sendDocument(send)).rejects.toThrow(/set it under Connections → What is sent/)
})

/** The form that waits is of another type than its neighbours. */
const becomes = (id: string, formType: string) =>
  scene.database.connection
    .collection<{ _id: string }>('submissions')
    .updateOne({ _id: id }, { $set: { formType } })

async function approvedAs(formType: string): Promise<string> {
  const { id } = await scene.submit()
  await scene.settle()
  await becomes(id, formType)
  await scene.approve(id)
  await work()
  return id
}

test('S0-19 with purchase orders alone switched on, a receipt is not sent', async () => {
  await open(on)
  const id = await approvedAs('receipt')
  expect(await scene.store.effects.ofSubmission(id)).toEqual([])
  expect(scene.ledger.calls).toEqual([])
})

test('S1-02 S1-03 S1-04 invoices have a switch of their own: off nothing is sent, on an approved one is, at once', async () => {
  await open(on)
  const { capabilities } = scene.connection
  const { 'purchase-order': order } = capabilities.documents
  if (order === undefined) throw new RangeError('The double takes no orders.')
  const documents = { ...capabilities.documents, bill: { ...order, label: 'Bill' } }
  scene.connection.capabilities = { ...capabilities, documents }
  const kept = await approvedAs('bill')
  expect(await scene.store.effects.ofSubmission(kept)).toEqual([])
  expect(await scene.timeline(kept)).toContain('not-sent')
  scene.connection.sending = { approved: ['bill'], changed: [] }
  const gone = await approvedAs('bill')
  expect((await scene.createEffect(gone)).target).toMatchObject({ documentKind: 'bill' })
  expect(scene.ledger.creates).toBe(1)
})

test.each(['receipt', 'bill'])(
  'S0-17 S0-18 S3-10 with its switch on, an approved %s of an order that is there goes too, linked to it line by line',
  async (formType) => {
    await open({ approved: ['purchase-order', 'receipt', 'bill'], changed: [] })
    const { capabilities } = scene.connection
    const { bill } = capabilities.documents
    if (bill === undefined) throw new RangeError('The double takes no bills.')
    const receipt = { ...bill, label: 'Receipt', ofOrder: true }
    scene.connection.capabilities = { ...capabilities, documents: { ...capabilities.documents, receipt } }
    const order = await approvedAs('purchase-order')
    const { id } = await scene.submit()
    await scene.settle()
    await scene.database.connection
      .collection<{ _id: string }>('submissions')
      .updateOne({ _id: id }, { $set: { formType, madeFrom: order } })
    await work()
    expect(scene.ledger.creates).toBe(1)
    await scene.approve(id)
    await work()
    const { frozen, confirmation } = await scene.createEffect(id)
    const there = (await scene.createEffect(order)).confirmation?.reference.id
    expect(frozen?.input).toMatchObject({
      kind: formType,
      lines: [{ orderLine: { order: there, line: 'l1' } }],
    })
    expect(confirmation?.verified).toBe('verified')
  },
)

test('a receipt that is held because its order is not in the ledger goes once the order has arrived', async () => {
  await open({ approved: ['receipt'], changed: [] })
  const { capabilities } = scene.connection
  const { bill } = capabilities.documents
  if (bill === undefined) throw new RangeError('The double takes no bills.')
  const receipt = { ...bill, label: 'Receipt', ofOrder: true }
  scene.connection.capabilities = { ...capabilities, documents: { ...capabilities.documents, receipt } }
  const order = await approvedAs('purchase-order')
  const { id } = await scene.submit()
  await scene.settle()
  await scene.database.connection
    .collection<{ _id: string }>('submissions')
    .updateOne({ _id: id }, { $set: { formType: 'receipt', madeFrom: order } })
  await scene.approve(id)
  await work()
  const [problem, ...others] = (await scene.createEffect(id)).problems
  expect(problem).toMatchObject({ code: 'order-not-there', cure: 'send-order', params: { orderId: order } })
  expect(others).toEqual([])
  // As the button of the cure does.
  const { runtime, companyId } = scene
  const { orderId, connectionId } = problem?.params ?? {}
  await sendDocument({
    ...{ runtime, companyId, person: bookkeeper },
    ...{ submissionId: String(orderId), connectionId: String(connectionId) },
  })
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation?.verified).toBe('verified')
  expect(await scene.tasks(id, 'held')).toEqual([])
})
