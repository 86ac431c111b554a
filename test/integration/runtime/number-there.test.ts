import {
  DuplicateNumber,
  OutcomeUnknown,
  ReconnectNeeded,
  type RemoteDocument,
} from '@fieldledger/accounting'
import { createLookMemory } from '@fieldledger/connectors'
import {
  needsAttention,
  preflightForm,
  previewDocument,
  resolveEffect,
  sendDocument,
} from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { memoField, poValues, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** What a bookkeeper typed in by hand in the books. */
function typedInThere(change: Partial<RemoteDocument> & Pick<RemoteDocument, 'kind' | 'number'>): void {
  const amount = { minor: 2000, currency: 'USD' }
  scene.ledger.documents.set('by-hand', {
    reference: { id: 'by-hand' },
    party: { id: 'v1', name: 'Acme' },
    date: '2026-11-02',
    status: 'open',
    net: amount,
    lines: [{ kind: 'expense', account: { id: 'a1' }, amount }],
    url: 'http://ledger.example/by-hand',
    ...change,
  })
}

function resolve(effectId: string, how: 'link-existing' | 'send-beside', remoteId = 'by-hand') {
  const { runtime, companyId } = scene
  const said = { how, remoteId, reason: 'Their numbers begin anew each year' }
  return resolveEffect({ runtime, companyId, person: bookkeeper, effectId, ...said })
}

/** An order whose number the ledger refuses, since somebody typed that order in there before. */
async function refusedOrder(): Promise<{ id: string; effectId: string }> {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  const { number = '' } = (await scene.store.submissions.get(id)) ?? {}
  typedInThere({ kind: 'purchase-order', number, net: { minor: 2100, currency: 'USD' } })
  refuseNumber()
  await scene.settle()
  return { id, effectId: (await scene.createEffect(id)).id }
}

function refuseNumber(): void {
  const error = new DuplicateNumber('The number is used there: change it and send again.')
  scene.ledger.faults.push({ when: 'before', error })
}

test('a document that bears the number there is shown with what differs, and is linked in place of ours', async () => {
  const { id, effectId } = await refusedOrder()
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems).toMatchObject([
    {
      code: 'duplicate-number',
      cure: 'link-document',
      params: {
        remoteId: 'by-hand',
        vendor: 'Acme',
        date: '2026-11-02',
        total: '21.00 USD',
        url: 'http://ledger.example/by-hand',
        differences: expect.stringContaining('Net total: 20.00 USD here, 21.00 USD there'),
        refused: 1,
      },
    },
  ])
  await expect(resolve(effectId, 'send-beside')).rejects.toMatchObject({ code: 'effect-not-resolvable' })
  await resolve(effectId, 'link-existing')
  await scene.settle()
  const { confirmation, state } = await scene.createEffect(id)
  expect([state, confirmation?.reference.id, confirmation?.verified]).toEqual([
    'confirmed',
    'by-hand',
    'differs',
  ])
  expect([scene.ledger.creates, scene.ledger.documents.size]).toEqual([1, 1])
  expect(await scene.tasks(id, 'held')).toEqual([])
})

test('of many documents with the number there the newest ten are shown: a person can look at no hundred', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  const { number = '' } = (await scene.store.submissions.get(id)) ?? {}
  typedInThere({ kind: 'purchase-order', number })
  const one = scene.ledger.documents.get('by-hand')
  for (let more = 1; one !== undefined && more < 40; more += 1)
    scene.ledger.documents.set(`more-${more}`, { ...one, reference: { id: `more-${more}` } })
  refuseNumber()
  await scene.settle()
  const [task] = await scene.tasks(id, 'held')
  expect(task?.problems).toHaveLength(10)
  expect(task?.problems?.[0]).toMatchObject({ params: { remoteId: 'by-hand' } })
})

test('what changed there since both were compared is looked at once more before it is linked', async () => {
  const { effectId } = await refusedOrder()
  scene.ledger.editByHand('by-hand', { net: { minor: 9900, currency: 'USD' } })
  await expect(resolve(effectId, 'link-existing')).rejects.toMatchObject({ code: 'remote-record-refused' })
  expect(await scene.store.effects.get(effectId)).toMatchObject({ state: 'planned', waitingFor: 'cure' })
})

test('what is linked is held to the ledger as it is now, not as a page was shown it a moment ago', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, ledger, connection } = scene
  Object.assign(connection.capabilities, { terms: true })
  for (const { config } of Object.values(scene.workflows[0]?.graph.steps ?? {}))
    if (config.mapping !== undefined)
      Object.assign(config, { mapping: { ...config.mapping, terms: memoField, memo: undefined } })
  ledger.terms.push({ id: 't-1', name: 'Net 30', active: true })
  const { id } = await scene.submit(poValues({ memo: 'Net 30' }))
  const { number = '' } = (await scene.store.submissions.get(id)) ?? {}
  typedInThere({ kind: 'purchase-order', number })
  refuseNumber()
  await scene.settle()
  const remembering = createLookMemory()(ledger)
  runtime.driverFor = () => remembering
  await previewDocument({ runtime, companyId, submissionId: id, connectionId: connection.id })
  ledger.terms.splice(0, 1, { id: 't-2', name: 'Net 30', active: true })
  await resolve((await scene.createEffect(id)).id, 'link-existing')
  expect((await scene.createEffect(id)).frozen?.input).toMatchObject({ terms: { id: 't-2' } })
})

test('a document that another form made, or another vendor’s, is offered to nobody, nor can it be linked', async () => {
  const { id, effectId } = await refusedOrder()
  const other = await scene.submit()
  await scene.settle()
  const made = (await scene.createEffect(other.id)).confirmation?.reference.id ?? ''
  const { number = '' } = (await scene.store.submissions.get(id)) ?? {}
  scene.ledger.documents.delete('by-hand')
  scene.ledger.editByHand(made, { number })
  refuseNumber()
  const { runtime, companyId } = scene
  await scene.store.effects.wake({ ids: [effectId] })
  await scene.settle()
  expect(await scene.tasks(id, 'held')).toMatchObject([{ problems: [{ cure: 'change-number' }] }])
  await expect(resolve(effectId, 'link-existing', made)).rejects.toMatchObject({
    code: 'effect-not-resolvable',
  })
  expect(await needsAttention({ runtime, companyId })).toMatchObject([{ cure: 'change-number' }])
})

/** Bills of one vendor, whose own number stands in the memo, for a ledger that takes a number twice. */
async function openBills(): Promise<void> {
  scene = await openScene({ approval: false, replayWindowMs: null, quietPeriodMs: 0 })
  const { capabilities } = scene.connection
  const bill = { ...capabilities.documents.bill, numbersRepeat: true, looksForPaper: true }
  capabilities.documents = { ...capabilities.documents, bill: bill as never }
  scene.workflows.push({
    version: 2,
    graph: { steps: { s_start: { kind: 'form-submitted', name: 'Start', config: {} } }, edges: [] },
  })
  const { lookups, versions } = scene.runtime.ports
  const { form } = versions
  versions.form = async (which) => {
    const found = await form(which)
    return found === undefined ? undefined : { ...found, content: { ...found.content, type: 'bill' } }
  }
  lookups.mappings.find = async () => ({
    mapping: { vendor: vendorField, materials: tableField, vendorNumber: memoField },
    unlinkedItems: { create: false, instead: 'expense-line' },
  })
}

async function sentBill(): Promise<string> {
  const { id } = await scene.submit(poValues({ memo: 'INV-7' }))
  await send(id)
  return id
}

async function send(submissionId: string): Promise<void> {
  const { runtime, companyId, connection } = scene
  await sendDocument({ runtime, companyId, person: bookkeeper, submissionId, connectionId: connection.id })
  await scene.settle()
}

test('a bill that was typed in there by hand is told before approval, and asked about before ours is sent', async () => {
  await openBills()
  typedInThere({ kind: 'bill', number: 'INV-7' })
  const { runtime, companyId } = scene
  const { id } = await scene.submit(poValues({ memo: 'INV-7' }))
  const [row] = await preflightForm({ runtime, companyId, submissionId: id })
  expect(row?.problems).toMatchObject([{ code: 'document-there', params: { remoteId: 'by-hand' } }])
  expect(row?.problems[0]?.message).toMatch(/has the bill INV-7 of Acme of Nov 2, 2026 already, of 20.00 USD/)
  await send(id)
  expect(scene.ledger.creates).toBe(0)
  const effect = await scene.createEffect(id)
  expect(effect).toMatchObject({ state: 'planned', waitingFor: 'cure' })
  await resolve(effect.id, 'link-existing')
  await scene.settle()
  expect((await scene.createEffect(id)).confirmation?.reference.id).toBe('by-hand')
  expect([scene.ledger.creates, scene.ledger.documents.size]).toEqual([0, 1])
})

test('once a person says that it is another paper ours is sent beside it, and a lost answer is not taken for it', async () => {
  await openBills()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' }).format(new Date())
  typedInThere({ kind: 'bill', number: 'INV-7', date: today })
  const id = await sentBill()
  scene.ledger.keepsKeys = false
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('reset') })
  await resolve((await scene.createEffect(id)).id, 'send-beside')
  await scene.settle()
  expect([scene.ledger.creates, scene.ledger.documents.size]).toEqual([2, 2])
  expect((await scene.createEffect(id)).confirmation?.reference.id).not.toBe('by-hand')
})

test('an answer that was lost is found as the bill that agrees in all, though another of its number stands there', async () => {
  await openBills()
  const { documents } = scene.connection.capabilities
  if (documents.bill !== undefined) documents.bill = { ...documents.bill, looksForPaper: false }
  typedInThere({ kind: 'bill', number: 'INV-7', date: '2025-11-02' })
  scene.ledger.keepsKeys = false
  scene.ledger.faults.push({ when: 'after', error: new OutcomeUnknown('reset') })
  const { state, confirmation } = await scene.createEffect(await sentBill())
  expect([state, confirmation?.verified]).toEqual(['confirmed', 'verified'])
  expect(confirmation?.reference.id).not.toBe('by-hand')
  expect([scene.ledger.creates, scene.ledger.documents.size]).toEqual([1, 2])
})

test('a bill that was typed in there while ours waited for the connection is asked about before ours leaves', async () => {
  await openBills()
  const { ledger, connection, store } = scene
  ledger.faults.push({
    when: 'before',
    error: new ReconnectNeeded('Access was withdrawn: connect it again.'),
  })
  const id = await sentBill()
  expect(await scene.createEffect(id)).toMatchObject({ state: 'planned', waitingFor: 'connection' })
  typedInThere({ kind: 'bill', number: 'INV-7' })
  connection.state = 'active'
  await store.effects.wake({ connectionId: connection.id })
  await scene.settle()
  const held = await scene.createEffect(id)
  expect(held).toMatchObject({ state: 'planned', waitingFor: 'cure', sends: 0 })
  expect([ledger.documents.size, held.problems.map(({ code }) => code)]).toEqual([1, ['document-there']])
  await resolve(held.id, 'send-beside')
  await scene.settle()
  expect(ledger.documents.size).toBe(2)
})

test('as long as another form may have made it, it is offered to nobody', async () => {
  await openBills()
  scene.ledger.keepsKeys = false
  for (let count = 0; count < 8; count += 1)
    scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('reset') })
  const first = await sentBill()
  expect((await scene.createEffect(first)).state).toBe('needs-person')
  typedInThere({ kind: 'bill', number: 'INV-7' })
  const second = await sentBill()
  expect((await scene.createEffect(second)).problems).toMatchObject([
    { code: 'number-in-doubt', cure: 'retry' },
  ])
})
