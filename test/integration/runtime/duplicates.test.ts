import { OutcomeUnknown, type RemoteDocument } from '@fieldledger/accounting'
import {
  cancelSubmission,
  hearOfDocument,
  preflightForm,
  previewDocument,
  sayDifferent,
  sendDocument,
} from '@fieldledger/runtime'
import { createPaperLookup, markRestored } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import type { Db } from 'mongodb'
import { afterEach, expect, test } from 'vitest'
import { backUp, putBack } from '../../support/backup.ts'
import { content, memoField, poValues, tableField, vendorField } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** Bills of one vendor, whose own number stands in the memo; nothing is sent before somebody sends it. */
async function openBills(): Promise<void> {
  scene = await openScene({ approval: false, replayWindowMs: null, quietPeriodMs: 0 })
  scene.workflows.push({
    version: 2,
    graph: { steps: { s_start: { kind: 'form-submitted', name: 'Start', config: {} } }, edges: [] },
  })
  const { lookups, versions } = scene.runtime.ports
  const { form } = versions
  versions.form = async (which) => {
    const found = await form(which)
    return found === undefined ? undefined : { ...found, content: { ...content, type: 'bill' } }
  }
  lookups.papers = createPaperLookup(scene.database)
  lookups.mappings.find = async () => ({
    mapping: { vendor: vendorField, materials: tableField, vendorNumber: memoField },
    unlinkedItems: { create: false, instead: 'expense-line' },
  })
}

async function bill(memo: string, price = '10'): Promise<string> {
  const { id } = await scene.submit(poValues({ memo, price }))
  await scene.settle()
  return id
}

async function send(submissionId: string): Promise<void> {
  const { runtime, companyId, connection } = scene
  await sendDocument({ runtime, companyId, person: bookkeeper, submissionId, connectionId: connection.id })
  await scene.settle()
}

/** What a bookkeeper typed in by hand in the books, for the vendor of the bill that is there. */
function typedInThere(change: Partial<RemoteDocument>): void {
  const [bill] = scene.ledger.documents.values()
  if (bill === undefined) expect.unreachable('no bill is there')
  scene.ledger.documents.set('by-hand', { ...bill, ...change, reference: { id: 'by-hand' } })
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
  await scene.revise(fourth, poValues({ memo: 'b 1', price: '9' }))
  expect(await foreseen(third)).toEqual([['possible-duplicate', fourth]])
})

test('one that was called off here and stands there all the same is a twin: it would be paid twice', async () => {
  await openBills()
  const first = await bill('INV-0012')
  await send(first)
  await scene.cancel(first, false)
  const second = await bill('inv 12')
  expect(await foreseen(second)).toEqual([['possible-duplicate', first]])
  const [there] = scene.ledger.documents.keys()
  scene.ledger.documents.delete(there ?? '')
  const { runtime, companyId, connection } = scene
  await hearOfDocument({ runtime, companyId, connectionId: connection.id, remoteId: there ?? '' })
  expect(await foreseen(second)).toEqual([])
})

test('a total alone makes a twin, a number that only looks alike in another field does not', async () => {
  await openBills()
  const first = await bill('C-1', '12')
  const second = await bill('', '12')
  expect(await foreseen(second)).toEqual([['possible-duplicate', first]])
  expect(await foreseen(await bill('C-2', '12'))).toEqual([['possible-duplicate', second]])
})

test('among hundreds of one vendor only those that are alike are read, and of another company none', async () => {
  await openBills()
  const first = await bill('INV-1')
  const { connection } = scene.database
  const rows = connection.collection<{ _id: string; vendorId?: string }>('submissions')
  const row = await rows.findOne({ _id: first })
  const others = Array.from({ length: 300 }, (_, n) => ({
    ...row,
    _id: `other-${n}`,
    number: `PO-9${n}`,
    paperNumbers: [`other${n}`],
    totals: { total: { minor: 700 + n, currency: 'USD' } },
  }))
  await rows.insertMany(others)
  const { papers } = scene.runtime.ports.lookups
  const vendorId = String(row?.vendorId)
  const asked = { vendorId, since: new Date(0), total: { minor: 710, currency: 'USD' }, number: 'inv 01' }
  await connection.db?.command({ profile: 2 })
  const found = await papers.alike({ ...asked, scope: scene.store.scope })
  const taken = { connectionId: 'c', documentKind: 'bill', number: 'N', submissionId: first } as const
  await papers.numberTaken({ ...taken, scope: scene.store.scope })
  expect(await papers.alike({ ...asked, scope: companyScope('another') })).toEqual([])
  await connection.db?.command({ profile: 0 })
  expect(found.map(({ id }) => id).toSorted()).toEqual([first, 'other-10'].toSorted())
  const reads = await connection.collection('system.profile').find({ op: 'query' }).toArray()
  expect(reads.map(({ ns }) => String(ns).split('.')[1])).toEqual(['submissions', 'effects', 'submissions'])
  for (const { docsExamined } of reads) expect(docsExamined).toBeLessThanOrEqual(3)
})

test('S1-10 G-12 a bill stands there under the number of its vendor, by which a lost answer is found out', async () => {
  await openBills()
  scene.ledger.keepsKeys = false
  const first = await bill('INV-0012')
  scene.ledger.faults.push({ when: 'after', error: new OutcomeUnknown('reset') })
  await send(first)
  expect(scene.ledger.creates).toBe(1)
  expect([...scene.ledger.documents.values()].map(({ number }) => number)).toEqual(['INV-0012'])
  expect((await scene.createEffect(first)).confirmation).toMatchObject({
    number: 'INV-0012',
    verified: 'verified',
  })
  const { runtime, companyId, connection } = scene
  const shown = await previewDocument({
    runtime,
    companyId,
    submissionId: first,
    connectionId: connection.id,
  })
  expect(shown).toMatchObject({
    number: 'INV-0012',
    total: { minor: shown.net.minor },
    shipTo: null,
    project: null,
  })
  const unnumbered = await bill('', '5')
  await send(unnumbered)
  const { number } = (await scene.store.submissions.get(unnumbered)) ?? {}
  expect((await scene.createEffect(unnumbered)).confirmation?.number).toBe(number)
})

test('S1-10 G-12 an older bill that bears the vendor’s number again is never taken for the one that was sent', async () => {
  await openBills()
  scene.ledger.keepsKeys = false
  await send(await bill('INV-1'))
  typedInThere({ number: 'INV-0012', date: '2025-11-02' })
  const second = await bill('INV-0012', '10')
  scene.ledger.faults.push({ when: 'before', error: new OutcomeUnknown('reset') })
  await send(second)
  expect((await scene.createEffect(second)).state).toBe('needs-person')
  const [task] = await scene.tasks(second, 'unknown')
  expect(task?.problems?.[0]?.message).toMatch(/#INV-0012 of this vendor is there, .+ of 2025-11-02/)
})

test('G-22 a number of one vendor that is in the books already is told beforehand, of another vendor it is free', async () => {
  await openBills()
  const first = await bill('INV-7')
  await send(first)
  const { papers } = scene.runtime.ports.lookups
  const asked = {
    scope: scene.store.scope,
    connectionId: scene.connection.id,
    documentKind: 'bill',
    number: 'INV-7',
    submissionId: 'another',
  } as const
  const { vendorId = '' } = (await scene.store.submissions.get(first)) ?? {}
  expect(await papers.numberTaken({ ...asked, vendorId })).toMatchObject({ submissionId: first })
  expect(await papers.numberTaken({ ...asked, vendorId: 'another' })).toBeUndefined()
})

test('S1-10 a number that was taken out of the books again is free for the same vendor', async () => {
  await openBills()
  const first = await bill('INV-7')
  await send(first)
  const { runtime, companyId } = scene
  await cancelSubmission({
    ...{ runtime, companyId, person: bookkeeper, submissionId: first },
    ...{ reason: 'Typed in for the wrong job', removeFromLedger: true },
  })
  await scene.settle()
  expect([...scene.ledger.documents.values()].map(({ status }) => status)).toEqual(['removed'])
  const again = await bill('INV-7', '12')
  expect(await foreseen(again)).toEqual([])
  await send(again)
  expect((await scene.createEffect(again)).confirmation).toMatchObject({
    number: 'INV-7',
    verified: 'verified',
  })
})

test('G-12 after a restore a bill that went out under our number is found, though it would bear its vendor’s now', async () => {
  await openBills()
  scene.ledger.keepsKeys = false
  const first = await bill('INV-7')
  const database = scene.database.connection.db as unknown as Db
  const backup = await backUp(database)
  const { mappings } = scene.runtime.ports.lookups
  const { find } = mappings
  mappings.find = async (which) => {
    const { mapping, ...options } = (await find(which)) ?? expect.unreachable('no mapping')
    const { vendorNumber: _later, ...before } = mapping
    return { ...options, mapping: before }
  }
  await send(first)
  await putBack(database, backup)
  scene.connection.restored = { at: new Date().toISOString(), compared: false }
  await markRestored(scene.database)
  mappings.find = find
  await send(first)
  expect(scene.ledger.creates).toBe(1)
  expect((await scene.createEffect(first)).confirmation?.differences.map(({ field }) => field)).toEqual([
    'number',
  ])
})
