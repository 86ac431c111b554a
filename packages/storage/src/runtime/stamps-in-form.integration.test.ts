import type { Submission } from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { newRun } from '../testing/new-run.ts'
import { defineRuntimeModels } from './runtime-models.ts'
import { createRuntimeStores } from './runtime-stores.ts'
import { timelineRows } from './timeline-rows.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
  await defineRuntimeModels(database.connection).timeline.createIndexes()
})
afterAll(() => drop())

const scope = companyScope('company')
const at = new Date(Date.UTC(2026, 0, 2, 12))
const actor = { kind: 'system' } as const
type Stamp = Parameters<typeof timelineRows>[0]['stamps'][number]
const stamp = (code: Stamp['code'], once?: string): Stamp => ({
  code,
  params: {},
  actor,
  ...(once ? { once } : {}),
})
const stores = () => createRuntimeStores(database)
const rowsOf = (submissionId: string) =>
  defineRuntimeModels(database.connection).timeline.countDocuments({ companyId: 'company', submissionId })
const codesOf = async (submissionId: string) =>
  (await stores().of(scope).timeline.read({ submissionId })).map(({ seq, code }) => [seq, code])

async function submitted(
  stamps: Stamp[],
): Promise<{ submission: Submission; run: ReturnType<typeof newRun> }> {
  const run = newRun(v7(), at)
  const submission: Submission = {
    id: run.submissionId,
    companyId: 'company',
    formId: 'form',
    formVersion: 1,
    formType: 'purchase-order',
    formName: 'Purchase order',
    status: 'approved',
    revision: 1,
    values: {},
    totals: {},
    submittedBy: 'ada',
    submittedAt: at,
    updatedAt: at,
    timelineSeq: 0,
    runId: run.id,
  } as unknown as Submission
  await stores().saveNew(scope, { submission, run, stamps, results: [], hints: [] })
  return { submission, run }
}

/** What a walk saves that came to these stamps when it had read so many. */
function walk(
  made: Awaited<ReturnType<typeof submitted>>,
  { stamps, read }: { stamps: Stamp[]; read: number },
) {
  const { submission, run } = made
  return stores().saveCheckpoint(scope, {
    run: { run, state: 'active', tokens: [], visits: {}, due: 'goes-on', results: [] },
    submission: { id: submission.id, formId: 'form', timelineSeq: read },
    stamps,
    hints: [],
    work: false,
    at,
  })
}

test('the first stamps stand in the form and take no row, and are read among those that do', async () => {
  const made = await submitted([stamp('submitted'), stamp('label-set')])
  const { id } = made.submission
  await walk(made, { stamps: [stamp('condition-taken')], read: 2 })
  expect(await rowsOf(id)).toBe(0)
  await stores().transact(scope, (store) =>
    store.timeline.append({ submissionId: id, stamps: [stamp('document-created')], at }),
  )
  await walk(made, { stamps: [stamp('finished', 'run:end')], read: 4 })
  expect(await rowsOf(id)).toBe(1)
  expect(await codesOf(id)).toEqual([
    [1, 'submitted'],
    [2, 'label-set'],
    [3, 'condition-taken'],
    [4, 'document-created'],
    [5, 'finished'],
  ])
  const part = await stores().of(scope).timeline.read({ submissionId: id, after: 1, limit: 3 })
  expect(part.map(({ seq }) => seq)).toEqual([2, 3, 4])
  expect(await stores().of(scope).submissions.get(id)).not.toHaveProperty('firstStamps')
  expect(await stores().of(companyScope('other')).timeline.read({ submissionId: id })).toEqual([])
})

test('what the daily e-mail counts is a row of its own, as is what comes late', async () => {
  const made = await submitted([stamp('submitted')])
  const { id } = made.submission
  await walk(made, { stamps: [stamp('needs-attention')], read: 1 })
  expect(await rowsOf(id)).toBe(1)
  await walk(made, { stamps: Array.from({ length: 39 }, () => stamp('label-set')), read: 2 })
  expect(await rowsOf(id)).toBe(2)
  expect(await codesOf(id)).toHaveLength(41)
})

test('what a step stamps once, however often it is looked at, is a row, and is not written twice by whoever is second', async () => {
  const made = await submitted([stamp('submitted')])
  const { id } = made.submission
  const waiting = stamp('waiting', 'step:waiting')
  await stores().transact(scope, (store) =>
    store.timeline.append({ submissionId: id, stamps: [waiting], at }),
  )
  await walk(made, { stamps: [waiting], read: 2 })
  await walk(made, { stamps: [waiting, stamp('needs-attention')], read: 2 })
  const codes = (await codesOf(id)).map(([, code]) => code)
  expect(codes).toEqual(['submitted', 'waiting', 'needs-attention'])
  const other = await submitted([stamp('submitted')])
  await walk(other, { stamps: [waiting], read: 1 })
  await walk(other, { stamps: [waiting, stamp('needs-attention')], read: 2 })
  expect(await codesOf(other.submission.id)).toHaveLength(3)
})

test('what is stamped while the timeline is read is told by the next look, and hides nothing before it', async () => {
  const made = await submitted([stamp('submitted')])
  const { id } = made.submission
  const { timeline } = defineRuntimeModels(database.connection)
  const beyond = timelineRows({
    companyId: 'company',
    submissionId: id,
    after: 1,
    stamps: [stamp('approved')],
    at,
  })
  await insertRows(timeline, beyond)
  expect(await codesOf(id)).toEqual([[1, 'submitted']])
})

test('a stamp that comes once is not written twice, neither by a walk nor by what is stamped one by one', async () => {
  const made = await submitted([stamp('submitted'), stamp('finished', 'once')])
  const { id } = made.submission
  await walk(made, { stamps: [stamp('finished', 'once'), stamp('label-set')], read: 2 })
  await stores().transact(scope, (store) =>
    store.timeline.append({ submissionId: id, stamps: [stamp('finished', 'once')], at }),
  )
  expect(await codesOf(id)).toEqual([
    [1, 'submitted'],
    [2, 'finished'],
    [3, 'label-set'],
  ])
})
