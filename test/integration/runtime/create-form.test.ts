import { decideTask, executeRun, replayRun, reviseSubmission } from '@fieldledger/runtime'
import { afterEach, expect, test } from 'vitest'
import { content, poValues } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const billForm = {
  ...content,
  name: 'Bill',
  type: 'bill' as const,
  numbering: { ...content.numbering, prefix: 'B' },
}

/** An order whose workflow makes a bill of it; forms of type bill have no workflow of their own. */
async function ordersThatMake(as: 'draft' | 'submitted') {
  scene = await openScene()
  const config = {
    formId: 'form-bill',
    lines: true,
    fields: [{ field: 'f_memo001', from: { source: 'constant', value: 'Made by the workflow.' } }],
    as,
    who: { roles: ['bookkeeper'], people: [] },
  }
  scene.workflows.push({
    version: 2,
    graph: {
      steps: {
        s_start: { kind: 'form-submitted', name: 'Start', config: {} },
        s_make: { kind: 'create-form', name: 'Make the bill', config },
      },
      edges: [{ id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_make' }],
    },
  })
  const { versions } = scene.runtime.ports
  const { form, newestWorkflow } = versions
  versions.form = async (which) => {
    const found = await form({ ...which, version: 1 })
    return found === undefined || which.formId !== 'form-bill' ? found : { ...found, content: billForm }
  }
  versions.newestWorkflow = async (which) =>
    which.formId === 'form-bill' ? undefined : newestWorkflow(which)
}

const billsOf = (orderId: string) => scene.store.submissions.madeFrom(orderId)
const statusOf = async (id: string) => (await scene.store.submissions.get(id))?.status

test('a bill is made once although the worker died before the checkpoint, and two workers walk the run', async () => {
  await ordersThatMake('submitted')
  const order = await scene.submit()
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('No run was due.')
  const { stores } = scene.runtime.ports
  const { transact } = stores
  // The process dies inside of the transaction, after the bill was written.
  stores.transact = (scope, work) =>
    transact(scope, async (store) => {
      await work(store)
      throw new RangeError('killed')
    })
  await executeRun({ runtime: scene.runtime, run })
  expect(await billsOf(order.id)).toEqual([])
  stores.transact = transact
  await scene.settle()
  await executeRun({ runtime: scene.runtime, run })
  const bills = await billsOf(order.id)
  expect(bills).toMatchObject([
    {
      // The first number went down with the worker: numbers are never given twice.
      number: 'B-0002',
      status: 'approved',
      madeFrom: order.id,
      submittedBy: order.submittedBy,
      values: { ...poValues(), f_memo001: 'Made by the workflow.' },
      totals: { total: { minor: 2000 } },
    },
  ])
  expect(await statusOf(order.id)).toBe('closed')
  expect((await scene.timeline(order.id)).filter((code) => code === 'form-made')).toHaveLength(1)
  expect(await scene.timeline(bills[0]?.id ?? '')).toEqual(['submitted', 'made-from', 'status-changed'])
})

test('a replay and a revision meet the bill that is there; one that was cancelled is made anew', async () => {
  await ordersThatMake('submitted')
  const order = await scene.submit()
  await scene.settle()
  const [first] = await billsOf(order.id)
  const place = { runtime: scene.runtime, companyId: scene.companyId, person: bookkeeper }
  const replay = () => replayRun({ ...place, runId: order.runId ?? '', version: 'same' as const })
  await replay()
  await scene.settle()
  expect(await billsOf(order.id)).toHaveLength(1)
  expect(await scene.timeline(order.id)).toContain('form-made-before')
  await scene.cancel(first?.id ?? '')
  await replay()
  await scene.settle()
  expect((await billsOf(order.id)).map(({ status }) => status)).toEqual(['cancelled', 'approved'])
})

test('a draft waits for somebody, counts for nothing, and gets its number when it is submitted', async () => {
  await ordersThatMake('draft')
  const order = await scene.submit()
  await scene.settle()
  const [draft] = await billsOf(order.id)
  if (draft === undefined) throw new RangeError('No draft was made.')
  expect(draft).toMatchObject({ status: 'draft', revision: 0 })
  expect(draft.number).toBeUndefined()
  expect(await statusOf(order.id)).toBe('approved')
  const [task] = await scene.tasks(draft.id, 'edit-form')
  expect(task).toMatchObject({ title: 'Complete Bill from PO-0001', assignees: { roles: ['bookkeeper'] } })

  const person = { runtime: scene.runtime, companyId: scene.companyId, person: bookkeeper }
  await expect(decideTask({ ...person, taskId: task?.id ?? '', choice: 'done' })).rejects.toMatchObject({
    code: 'decision-refused',
  })
  const submit = () =>
    reviseSubmission({ ...person, submissionId: draft.id, revision: 0, values: draft.values })
  await submit()
  await expect(submit()).rejects.toMatchObject({ code: 'stale-submission' })
  expect(await scene.store.submissions.get(draft.id)).toMatchObject({
    status: 'approved',
    revision: 1,
    number: 'B-0001',
    submittedBy: bookkeeper.id,
  })
  expect(await scene.tasks(draft.id, 'edit-form')).toEqual([])
  expect(await scene.timeline(draft.id)).toEqual(['made-from', 'submitted', 'status-changed'])
  expect(await statusOf(order.id)).toBe('closed')
})
