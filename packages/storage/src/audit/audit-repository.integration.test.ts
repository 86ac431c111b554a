import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { type AuditFilter, createAuditRepository, defineAuditModels } from './audit-repository.ts'
import { auditRows, type WrittenEntry } from './audit-rows.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  ;({ database, drop } = await freshDatabase())
})
afterAll(() => drop())

const at = (second: number) => new Date(Date.UTC(2026, 10, 2, 8, 0, second))

const entry = (companyId: string, second: number, more: Partial<WrittenEntry> = {}): WrittenEntry => ({
  companyId,
  at: at(second),
  by: { id: 'p_ada', name: 'Ada' },
  what: `Deed ${second}`,
  result: 'done',
  ...more,
})

const together = (entries: WrittenEntry[]) =>
  insertRows(defineAuditModels(database.connection).audit, auditRows(entries))

/** As it was written before entries shared a row. */
const alone = (written: WrittenEntry) =>
  database.connection.collection<{ _id: string }>('audit').insertOne({ ...written, _id: v7() })

const list = (companyId: string, filter: Partial<AuditFilter> = {}) =>
  createAuditRepository(database).list(companyScope(companyId), { limit: 1000, ...filter })

const told = async (companyId: string, filter: Partial<AuditFilter> = {}) =>
  (await list(companyId, filter)).map(({ what }) => what)

test('a filter finds one entry among the others of its row, and one that is a row of its own', async () => {
  await alone(entry('filtered', 1, { record: 'r1', by: { id: 'p_bo', name: 'Bo' } }))
  await together([
    entry('filtered', 2, { record: 'r1' }),
    entry('filtered', 3, { record: 'r2', what: 'Sent (all)', before: { a: null }, after: ['b'] }),
    entry('filtered', 4, { by: { id: 'p_bo', name: 'Bo' }, result: 'refused', reason: 'It is closed.' }),
  ])
  expect(await told('filtered')).toEqual(['Deed 4', 'Sent (all)', 'Deed 2', 'Deed 1'])
  expect(await told('filtered', { record: 'r1' })).toEqual(['Deed 2', 'Deed 1'])
  expect(await told('filtered', { record: 'r3' })).toEqual([])
  expect(await told('filtered', { by: 'p_bo' })).toEqual(['Deed 4', 'Deed 1'])
  expect(await told('filtered', { search: 'bO' })).toEqual(['Deed 4', 'Deed 1'])
  expect(await told('filtered', { search: ' (ALL) ' })).toEqual(['Sent (all)'])
  expect(await told('filtered', { from: at(3) })).toEqual(['Deed 4', 'Sent (all)'])
  expect(await told('filtered', { to: at(3) })).toEqual(['Deed 2', 'Deed 1'])
  expect(await told('filtered', { from: at(1), to: at(4), by: 'p_ada', limit: 1 })).toEqual(['Sent (all)'])
  expect((await list('filtered', { record: 'r2' }))[0]).toEqual({
    id: expect.any(String),
    at: at(3),
    by: { id: 'p_ada', name: 'Ada' },
    what: 'Sent (all)',
    record: 'r2',
    before: { a: null },
    after: ['b'],
    result: 'done',
  })
  expect((await list('filtered', { by: 'p_bo' }))[1]).toEqual({
    id: expect.any(String),
    at: at(1),
    by: { id: 'p_bo', name: 'Bo' },
    what: 'Deed 1',
    record: 'r1',
    result: 'done',
  })
})

test('pages end anywhere in a row, of today or of before, and neither repeat nor lose an entry', async () => {
  let written = 0
  const next = () => {
    const second = written++
    return entry('paged', second, second % 3 === 0 ? { record: 'third' } : {})
  }
  for (const size of [1, 30, 1, 1, 5, 12, 1]) {
    if (size === 1) await alone(next())
    else await together(Array.from({ length: size }, next))
  }
  const paged = async (filter: Partial<AuditFilter>) => {
    const read: string[] = []
    for (let before: string | undefined; ; ) {
      const page = await list('paged', { ...filter, limit: 4, ...(before === undefined ? {} : { before }) })
      read.push(...page.map(({ what }) => what))
      before = page.at(-1)?.id
      if (before === undefined) return read
    }
  }
  const newestFirst = Array.from({ length: written }, (_, place) => written - 1 - place)
  const deeds = (seconds: number[]) => seconds.map((second) => `Deed ${second}`)
  expect(await paged({})).toEqual(deeds(newestFirst))
  expect(await paged({ record: 'third' })).toEqual(deeds(newestFirst.filter((second) => second % 3 === 0)))
  expect(new Set((await list('paged')).map(({ id }) => id)).size).toBe(written)
})

test('a hundred that are recorded at once are one row of their company, in their order, and no other company reads them', async () => {
  const audit = createAuditRepository(database)
  const { by, result } = entry('', 0)
  await Promise.all(
    Array.from({ length: 200 }, (_, place) =>
      audit.record(companyScope(place % 2 === 0 ? 'even' : 'odd'), { by, what: `Deed ${place}`, result }),
    ),
  )
  const rows = database.connection.collection('audit')
  expect(await rows.countDocuments({ companyId: { $in: ['even', 'odd'] } })).toBe(2)
  for (const [companyId, newest] of [
    ['even', 198],
    ['odd', 199],
  ] as const)
    expect(await told(companyId)).toEqual(
      Array.from({ length: 100 }, (_, place) => `Deed ${newest - 2 * place}`),
    )
  expect(await told('nobody')).toEqual([])
})

test('a row holds a hundred entries and far less than a row may, and a very large entry stands alone, in its place', async () => {
  const sizes = (entries: WrittenEntry[]) => auditRows(entries).map((row) => row.entries.length)
  const many = Array.from({ length: 201 }, (_, second) => entry('large', second))
  expect(sizes(many)).toEqual([100, 100, 1])
  const text = 'x'.repeat(1_500_000)
  const whole = entry('large', 1, { before: { text }, after: { text } })
  const mixed = [entry('large', 0), whole, ...Array.from({ length: 9 }, (_, n) => ({ ...whole, at: at(n) }))]
  expect(sizes([...mixed, entry('large', 11), entry('large', 12)])).toEqual([...Array(11).fill(1), 2])
  await together([entry('large', 0), whole, entry('large', 2)])
  expect(await told('large')).toEqual(['Deed 2', 'Deed 1', 'Deed 0'])
})
