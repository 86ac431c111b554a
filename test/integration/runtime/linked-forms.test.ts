import type { Submission, SubmissionValues } from '@fieldledger/forms'
import { decideTask, sendDocument, submitForm } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { content, graphOf, memoField, poValues, tableField, vendorField } from './order-form.ts'
import { approver, bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const billForm = {
  ...content,
  name: 'Bill',
  type: 'bill' as const,
  numbering: { ...content.numbering, prefix: 'B' },
}

/** An approved order of 2 pieces, and a form of bills. */
async function orderAndBills(): Promise<Submission> {
  scene = await openScene({ approval: false })
  scene.workflows.push({ version: 2, graph: { steps: {}, edges: [] } })
  const { form } = scene.runtime.ports.versions
  scene.runtime.ports.versions.form = async (which) => {
    const found = await form({ ...which, version: 1 })
    return found === undefined || which.formId !== 'form-bill' ? found : { ...found, content: billForm }
  }
  return scene.submit()
}

const bill = (madeFrom: string, quantity: string) =>
  submitForm({
    runtime: scene.runtime,
    companyId: scene.companyId,
    person: bookkeeper,
    formId: 'form-bill',
    request: { id: v7(), formVersion: 1, values: withQuantity(quantity), madeFrom },
  })

function withQuantity(quantity: string): SubmissionValues {
  const values = poValues()
  const rows = (values.f_lines01 as { id: string }[]).map((row) => ({ ...row, quantity }))
  return { ...values, f_lines01: rows as never }
}

test('a bill and its order are linked both ways, and the last bill closes the order', async () => {
  const order = await orderAndBills()
  const { submission: first } = await bill(order.id, '1')
  expect(first.madeFrom).toBe(order.id)
  expect(await scene.timeline(first.id)).toContain('made-from')
  expect((await scene.store.submissions.get(order.id))?.status).toBe('approved')
  await bill(order.id, '1')
  expect((await scene.store.submissions.get(order.id))?.status).toBe('closed')
  expect((await scene.timeline(order.id)).filter((code) => code === 'form-made')).toHaveLength(2)
})

test('two bills at the same moment are both counted: the order is closed', async () => {
  const order = await orderAndBills()
  await Promise.all([bill(order.id, '1'), bill(order.id, '1')])
  expect(await scene.store.submissions.madeFrom(order.id)).toHaveLength(2)
  expect((await scene.store.submissions.get(order.id))?.status).toBe('closed')
})

test('more than was ordered is taken, and a form that is no order makes nothing', async () => {
  const order = await orderAndBills()
  const { submission } = await bill(order.id, '5')
  expect((await scene.store.submissions.get(order.id))?.status).toBe('closed')
  await expect(bill(submission.id, '1')).rejects.toMatchObject({ code: 'cannot-be-made-from' })
  await expect(bill(v7(), '1')).rejects.toMatchObject({ code: 'not-found' })
})

test('an order opens again when a bill is cancelled, or revised to less; one that somebody else closed stays closed', async () => {
  const order = await orderAndBills()
  const statusNow = async () => (await scene.store.submissions.get(order.id))?.status
  const { submission: first } = await bill(order.id, '2')
  expect(await statusNow()).toBe('closed')
  await scene.revise(first.id, withQuantity('1'))
  expect(await statusNow()).toBe('approved')
  const { submission: second } = await bill(order.id, '1')
  expect(await statusNow()).toBe('closed')
  await scene.cancel(second.id)
  expect(await statusNow()).toBe('approved')
  expect((await scene.timeline(order.id)).slice(-2)).toEqual(['linked-form-changed', 'status-changed'])
  await scene.store.submissions.change({ id: order.id, change: { status: 'closed' } })
  await scene.cancel(first.id)
  expect(await statusNow()).toBe('closed')
})

test('an order opens again when a bill of it is rejected', async () => {
  const order = await orderAndBills()
  scene.workflows.push({ workflowId: 'form-bill', version: 3, graph: graphOf({}) })
  scene.runtime.ports.versions.newestWorkflow = async () => 3
  const { submission } = await bill(order.id, '2')
  expect(submission.status).toBe('pending')
  expect((await scene.store.submissions.get(order.id))?.status).toBe('closed')
  await scene.settle()
  const [task] = await scene.tasks(submission.id, 'approval')
  const person = { runtime: scene.runtime, companyId: scene.companyId, person: approver }
  await decideTask({ ...person, taskId: task?.id ?? '', choice: 'reject', note: 'Too dear.' })
  await scene.settle()
  expect((await scene.store.submissions.get(submission.id))?.status).toBe('rejected')
  expect((await scene.store.submissions.get(order.id))?.status).toBe('approved')
})

test('a bill of an order that is in the ledger names the order’s lines there', async () => {
  const order = await orderAndBills()
  const send = async (submissionId: string) => {
    await sendDocument({
      runtime: scene.runtime,
      companyId: scene.companyId,
      person: bookkeeper,
      submissionId,
      connectionId: scene.connection.id,
      mapping: { vendor: vendorField, materials: tableField, memo: memoField },
    })
    await scene.settle()
  }
  await send(order.id)
  const { submission } = await bill(order.id, '1')
  await send(submission.id)
  expect((await scene.createEffect(submission.id)).frozen).toMatchObject({
    operation: 'document.create',
    input: { kind: 'bill', lines: [{ orderLine: { order: 'd1', line: 'l1' } }] },
  })
})
