import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createRunIndex, type RunQuery } from './run-index.ts'

const scope = companyScope('company')
const person = { id: 'person', role: 'admin', projectIds: [] } as const
const states = ['active', 'paused', 'needs-attention', 'finished', 'stopped', 'quarantined']
const each = 500
/** So many of each state began at once. */
const sameMoment = 3
const limit = 20

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
  const { runs } = defineRuntimeModels(fresh.database.connection)
  await runs.createIndexes()
  const began = new Date('2026-11-01T08:00:00Z').getTime()
  const rows = Array.from({ length: each * states.length }, (_, place) => ({
    ...{ _id: v7(), companyId: scope.companyId, submissionId: v7(), workflowId: 'workflow', formId: 'form' },
    ...{ state: states[place % states.length], claimedBy: null, dueAt: null, tokens: [], visits: {} },
    startedAt: new Date(began + Math.floor(place / (sameMoment * states.length)) * 1000),
  }))
  await insertRows(runs, rows as never[])
})
afterAll(() => fresh.drop())

async function list(query: Partial<RunQuery>) {
  const { db } = fresh.database.connection
  await db?.command({ profile: 2 })
  const page = await createRunIndex(fresh.database).list(scope, { person, query: { ...query, limit } })
  await db?.command({ profile: 0 })
  const profiled = await db
    ?.collection('system.profile')
    .find({ ns: /\.runs$/, 'command.find': 'runs' })
    .sort({ ts: -1 })
    .limit(1)
    .toArray()
  return { ...page, asked: profiled?.[0] }
}

/** The page, the one that says that there are more, one of each state that is merged, and those of the cursor's moment. */
const bounded = limit + 1 + states.length + sameMoment * states.length

test.each<[string, Partial<RunQuery>, number]>([
  ['of whatever state', {}, each * states.length],
  ['of one state', { state: 'finished' }, each],
  ['since a day', { from: new Date('2026-11-01T08:00:00Z') }, each * states.length],
])('a page of runs %s, first or later, costs what it shows', async (_which, query, total) => {
  const seen: { startedAt: Date; id: string }[] = []
  let cursor: string | undefined
  for (let page = 0; page < 8; page += 1) {
    const found = await list({ ...query, ...(cursor === undefined ? {} : { cursor }) })
    cursor = found.next
    expect(found.total).toBe(total)
    expect(found.rows).toHaveLength(limit)
    seen.push(...found.rows)
    expect(found.asked?.planSummary).toContain('IXSCAN')
    expect(found.asked?.hasSortStage).toBeUndefined()
    expect(found.asked?.docsExamined).toBeLessThanOrEqual(bounded)
    expect(found.asked?.keysExamined).toBeLessThanOrEqual(bounded)
  }
  const newestFirst = [...seen].sort(
    (one, other) => other.startedAt.getTime() - one.startedAt.getTime() || (other.id < one.id ? -1 : 1),
  )
  expect(seen.map(({ id }) => id)).toEqual(newestFirst.map(({ id }) => id))
  expect(new Set(seen.map(({ id }) => id)).size).toBe(8 * limit)
})
