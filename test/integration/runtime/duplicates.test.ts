import { preflightForm, sayDifferent, sendDocument } from '@fieldledger/runtime'
import { createPaperLookup } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { memoField, poValues, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** Bills of one vendor, whose own number stands in the memo; nothing is sent before somebody sends it. */
async function openBills(): Promise<void> {
  scene = await openScene({ approval: false })
  scene.workflows.push({
    version: 2,
    graph: { steps: { s_start: { kind: 'form-submitted', name: 'Start', config: {} } }, edges: [] },
  })
  const { lookups } = scene.runtime.ports
  lookups.papers = createPaperLookup(scene.database)
  lookups.mappings.find = async () => ({
    mapping: { vendor: vendorField, materials: tableField, vendorNumber: memoField },
    unlinkedItems: { create: false, instead: 'expense-line' },
  })
}

async function bill(memo: string, price = '10'): Promise<string> {
  const { id } = await scene.submit(poValues({ memo, price }))
  await scene.settle()
  await scene.database.connection
    .collection<{ _id: string }>('submissions')
    .updateOne({ _id: id }, { $set: { formType: 'bill' } })
  return id
}

async function send(submissionId: string): Promise<void> {
  const { runtime, companyId, connection } = scene
  await sendDocument({ runtime, companyId, person: bookkeeper, submissionId, connectionId: connection.id })
  await scene.settle()
}

async function foreseen(submissionId: string) {
  const { runtime, companyId } = scene
  const [row] = await preflightForm({ runtime, companyId, submissionId })
  return row?.problems.map(({ code, params }) => [code, params?.twinId])
}

test('a bill with the number of another one is held, foreseen or not, until a person says why it is none', async () => {
  await openBills()
  const first = await bill('INV-0012')
  const second = await bill('inv 12', '99')
  expect(await foreseen(first)).toEqual([])
  expect(await foreseen(second)).toEqual([['possible-duplicate', first]])
  await send(first)
  await send(second)
  expect(scene.ledger.creates).toBe(1)
  const [task] = await scene.tasks(second, 'held')
  expect(task).toMatchObject({ cure: 'not-a-duplicate', problems: [{ params: { twinId: first } }] })

  const { runtime, companyId } = scene
  const say = { runtime, companyId, person: bookkeeper, submissionId: second, twinId: first }
  await expect(sayDifferent({ ...say, reason: '  ' })).rejects.toMatchObject({ code: 'decision-refused' })
  await sayDifferent({ ...say, reason: 'Their numbers begin anew each year' })
  await sayDifferent({ ...say, reason: 'Once more' })
  await scene.settle()
  expect(scene.ledger.creates).toBe(2)
  expect(await scene.tasks(second, 'held')).toEqual([])
  expect((await scene.timeline(second)).filter((code) => code === 'not-a-duplicate')).toHaveLength(1)
  await scene.revise(first, poValues({ memo: 'INV-0012', price: '11' }))
  expect(await foreseen(first)).toEqual([])
})

test('one that was called off is no twin, and one that went out first holds an earlier one', async () => {
  await openBills()
  const first = await bill('A-1', '5')
  const second = await bill('A-1', '7')
  await scene.cancel(first)
  expect(await foreseen(second)).toEqual([])
  const third = await bill('B-1', '8')
  const fourth = await bill('B-2', '9')
  await send(fourth)
  await scene.database.connection
    .collection<{ _id: string }>('submissions')
    .updateOne({ _id: fourth }, { $set: { [`values.${memoField}`]: 'B-1' } })
  expect(await foreseen(third)).toEqual([['possible-duplicate', fourth]])
})

test('of another company nothing is compared', async () => {
  await openBills()
  const first = await bill('INV-1')
  const { papers } = scene.runtime.ports.lookups
  const submission = await scene.store.submissions.get(first)
  const asked = { formType: 'bill', vendorId: submission?.vendorId ?? '', since: new Date(0) } as const
  const { scope } = scene.store
  expect(await papers.ofVendor({ ...asked, scope })).toHaveLength(1)
  expect(await papers.ofVendor({ ...asked, scope: companyScope('another') })).toEqual([])
})
