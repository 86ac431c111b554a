import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { defineRuntimeModels } from './runtime-models.ts'
import { createRuntimeStores } from './runtime-stores.ts'
import { entriesIn, timelineRows } from './timeline-rows.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  ;({ database, drop } = fresh)
  await defineRuntimeModels(database.connection).timeline.createIndexes()
})
afterAll(() => drop())

const companyId = 'company'
const at = new Date(Date.UTC(2026, 0, 2, 12))
const actor = { kind: 'system' } as const
type Code = Parameters<typeof timelineRows>[0]['stamps'][number]['code']
const stamp = (code: Code, once?: string) => ({ code, params: {}, actor, ...(once ? { once } : {}) })
const rowsOf = (submissionId: string, after: number, stamps: ReturnType<typeof stamp>[]) =>
  timelineRows({ companyId, submissionId, after, stamps, at })
const timeline = () => createRuntimeStores(database).of(companyScope(companyId)).timeline

test('stamps of one write share a row, and are read in their order behind what was written one by one before', async () => {
  const models = defineRuntimeModels(database.connection)
  const lone = {
    _id: 'lone',
    companyId,
    submissionId: 'read',
    seq: 1,
    code: 'submitted',
    params: {},
    actor,
    at,
  }
  await database.connection.collection('timeline').insertOne(lone as never)
  const rows = rowsOf('read', 1, [stamp('approved'), stamp('label-set'), stamp('finished', 'run:end')])
  expect(rows).toHaveLength(1)
  await insertRows(models.timeline, rows)
  const whole = await timeline().read({ submissionId: 'read' })
  expect(whole.map(({ seq, code }) => [seq, code])).toEqual([
    [1, 'submitted'],
    [2, 'approved'],
    [3, 'label-set'],
    [4, 'finished'],
  ])
  expect(new Set(whole.map(({ id }) => id)).size).toBe(4)
  expect(whole[3]).toMatchObject({ submissionId: 'read', params: {}, actor, at })
})

test('whoever has seen a part of a row is told the rest, and no more than was asked for', async () => {
  const models = defineRuntimeModels(database.connection)
  await insertRows(
    models.timeline,
    rowsOf('part', 0, [stamp('submitted'), stamp('approved'), stamp('label-set')]),
  )
  const seqs = async (wanted: { after?: number; limit?: number }) =>
    (await timeline().read({ submissionId: 'part', ...wanted })).map(({ seq }) => seq)
  expect(await seqs({ after: 1 })).toEqual([2, 3])
  expect(await seqs({ after: 3 })).toEqual([])
  expect(await seqs({ limit: 2 })).toEqual([1, 2])
})

test('a stamp that comes once is refused the second time, also beside one that was written by itself before', async () => {
  const models = defineRuntimeModels(database.connection)
  const lone = { companyId, submissionId: 'once', seq: 1, code: 'finished', params: {}, actor, at, once: 'a' }
  await database.connection.collection('timeline').insertOne({ ...lone, _id: 'once' } as never)
  const again = rowsOf('once', 1, [stamp('label-set'), stamp('finished', 'a')])
  await expect(insertRows(models.timeline, again)).rejects.toMatchObject({ code: 11_000 })
  const two = rowsOf('once', 1, [stamp('finished', 'b'), stamp('finished', 'c'), stamp('label-set')])
  expect(two.map((row) => entriesIn(row).map(({ seq }) => seq))).toEqual([[2], [3, 4]])
  await insertRows(models.timeline, two)
  await timeline().append({ submissionId: 'once', stamps: [stamp('finished', 'c')], at })
  expect(await timeline().read({ submissionId: 'once' })).toHaveLength(4)
})

test('what the daily e-mail counts is counted stamp by stamp', async () => {
  const models = defineRuntimeModels(database.connection)
  const stamps = [
    stamp('sending'),
    stamp('document-created'),
    stamp('document-created'),
    stamp('needs-attention'),
  ]
  await insertRows(models.timeline, rowsOf('counted', 0, stamps))
  const lone = { companyId, submissionId: 'counted', seq: 5, code: 'document-created', params: {}, actor, at }
  await database.connection.collection('timeline').insertOne({ ...lone, _id: 'counted' } as never)
  const day = { from: new Date(Date.UTC(2026, 0, 2)), to: new Date(Date.UTC(2026, 0, 3)) }
  expect(await timeline().count({ codes: ['document-created'], ...day })).toBe(3)
  expect(await timeline().count({ codes: ['needs-attention', 'document-rejected'], ...day })).toBe(1)
})
