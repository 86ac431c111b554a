import type { DeliveryView } from '@fieldledger/contract'
import { tickTriggers } from '@fieldledger/runtime'
import type { Graph } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { ask, runtime, scope, store } = office
const { session } = office.people.admin

const fields = [
  { kind: 'text', id: 'f_memo0001', label: 'Memo', required: true },
  { kind: 'money', id: 'f_amount01', label: 'Amount' },
  { kind: 'date', id: 'f_needed01', label: 'Needed by' },
  {
    kind: 'choose',
    id: 'f_vendor01',
    label: 'Vendor',
    source: { from: 'catalogue', catalogue: 'vendors' },
    limit: 1,
  },
]
const values = [
  { name: 'memo', pointer: '/memo' },
  { name: 'amount', pointer: '/amount' },
  { name: 'needed', pointer: '/needed' },
  { name: 'vendor', pointer: '/vendor/name' },
]
const submits = [
  { field: 'f_memo0001', value: 'memo' },
  { field: 'f_amount01', value: 'amount' },
  { field: 'f_needed01', value: 'needed' },
  { field: 'f_vendor01', value: 'vendor' },
]

/** A form whose further workflow takes messages as new forms, and marks those that are dear by what the message says. */
async function openForm(config: object = { values, submits }) {
  const made = await ask<{ id: string; draft: object; revision: number }>(session, 'POST', '/forms', {
    name: 'Delivery note',
  })
  await ask(session, 'PUT', `/forms/${made.id}`, {
    content: { ...made.draft, fields },
    revision: made.revision,
  })
  await ask(session, 'POST', `/forms/${made.id}/publish`, {})
  const { id } = await ask<{ id: string }>(session, 'POST', `/forms/${made.id}/workflows`, {
    name: 'Comes in',
    trigger: 'webhook',
  })
  const path = (rest = '') => `/forms/${made.id}/workflow${rest}?workflow=${id}`
  const draft = await ask<{ graph: Graph; revision: number }>(session, 'GET', path())
  const [[start = '', trigger] = []] = Object.entries(draft.graph.steps)
  const graph = {
    steps: {
      [start]: { ...trigger, config: { ...trigger?.config, ...config } },
      s_dear: {
        kind: 'condition',
        name: 'Dear',
        config: { subject: 'given:amount', comparison: 'at-least', value: '100' },
      },
      s_mark: { kind: 'set-status', name: 'Mark', config: { set: 'label', label: 'Dear' } },
    },
    edges: [
      { id: 'e_first', from: { step: start, outlet: 'next' }, to: 's_dear' },
      { id: 'e_dear1', from: { step: 's_dear', outlet: 'yes' }, to: 's_mark' },
    ],
  }
  const saved = await ask<{ revision: number }>(session, 'PUT', path(), { graph, revision: draft.revision })
  const published = await session('POST', path('/publish'), { revision: saved.revision })
  return {
    published,
    async arrives(body: object): Promise<string> {
      const message = v7()
      const at = new Date()
      await store.inbox.insert({
        id: message,
        companyId: scope.companyId,
        workflowId: id,
        messageId: message,
        sentAt: at,
        receivedAt: at,
        body: JSON.stringify(body),
        state: 'received',
        tries: 0,
      })
      await Promise.all([tickTriggers(runtime), tickTriggers(runtime)])
      await office.work()
      return message
    },
    async deliveries(): Promise<DeliveryView[]> {
      return (await ask<{ rows: DeliveryView[] }>(session, 'GET', path('/deliveries'))).rows
    },
  }
}

test('a message is submitted as a new form, once, whoever works on it; its steps look at what it says', async () => {
  const { published, arrives, deliveries } = await openForm()
  expect(published.status, JSON.stringify(published.body)).toBe(201)
  const id = await arrives({ memo: 'Gate 4', amount: 125.5, needed: '2026-12-01', vendor: { name: 'Acme' } })
  const submission = await store.submissions.get(id)
  expect(submission?.values).toEqual({
    f_memo0001: 'Gate 4',
    f_amount01: { minor: 12550, currency: 'USD' },
    f_needed01: '2026-12-01',
    f_vendor01: [office.records.vendors],
  })
  expect(submission).toMatchObject({ status: 'approved', label: 'Dear', vendorId: office.records.vendors })
  expect(await deliveries()).toMatchObject([
    { state: 'started', forms: [{ id, number: submission?.number }] },
  ])
  const told = await office.told(id)
  expect(told.filter((one) => one === 'It came as a message of another system')).toHaveLength(1)
  const cheap = await arrives({ memo: 'Gate 5', amount: '99.99' })
  expect((await store.submissions.get(cheap))?.label).toBeUndefined()
})

test('what does not fit is refused, and the delivery says which fields and why', async () => {
  const { arrives, deliveries } = await openForm()
  const id = await arrives({
    memo: 'Gate 4',
    amount: 'much',
    needed: '2026-02-30',
    vendor: { name: 'Nobody' },
  })
  expect(await store.submissions.get(id)).toBeUndefined()
  const [delivery] = await deliveries()
  expect(delivery?.state).toBe('refused')
  expect(delivery?.reason?.split('\n')).toEqual([
    '"Amount" cannot hold "much": send a number such as 12.50.',
    '"Needed by" cannot hold "2026-02-30": send a date such as 2026-03-31.',
    '"Vendor" cannot hold "Nobody": send the name of one record of the catalogue.',
  ])
  await arrives({ amount: 1 })
  expect((await deliveries())[0]).toMatchObject({ state: 'refused', reason: 'Fill in "Memo".' })
})

test('a required field that no value fills in keeps the workflow from being published', async () => {
  const { published } = await openForm({ values, submits: submits.slice(1) })
  expect(published.status).toBe(422)
  expect(JSON.stringify(published.body)).toContain(
    '"Memo\\" must be filled in: choose the value that fills it.',
  )
})
