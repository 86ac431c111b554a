import type { AttentionGroup, RunWalk } from '@fieldledger/contract'
import { executeRun } from '@fieldledger/runtime'
import type { Graph } from '@fieldledger/workflow'
import { afterAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, ask, store, services, runtime } = office
const bookkeeper = people.bookkeeper.session
const config = { approvers: { roles: ['bookkeeper'], people: [] } }

/** Every approval of this word or value is asked for by itself. */
async function formWith(oneAtATime: object, more: object = {}): Promise<string> {
  const form = await office.form(config)
  const graph = office.graph(config) as unknown as Graph
  const { s_step0: step } = graph.steps
  if (step) graph.steps.s_step0 = { ...step, ...more, oneAtATime: oneAtATime as { word: string } }
  await office.draw(form, graph)
  return form
}
const asked = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await office.tasksOf(bookkeeper, id)).length))
const waitsFor = async (id: string) => {
  const { runId } = (await store.submissions.get(id)) ?? {}
  const walk = await ask<RunWalk>(people.admin.session, 'GET', `/runs/${runId}/walk`)
  return walk.visits.find(({ stepId }) => stepId === 's_step0')?.waitsFor?.submissionId
}
const submitted = async (form: string, values: readonly object[]) => {
  const ids: string[] = []
  for (const one of values) ids.push(await office.submit(form, one))
  return ids
}

test('steps of one word run one after the other in the order in which they came, and the run says for whom it waits', async () => {
  const [one, other] = [await formWith({ word: 'crane' }), await formWith({ word: 'Crane ' })]
  const ids = [...(await submitted(one, [{}, {}])), ...(await submitted(other, [{}]))]
  const [first = '', second = '', third = ''] = ids
  expect(await asked(ids)).toEqual([1, 0, 0])
  expect([await waitsFor(first), await waitsFor(second), await waitsFor(third)]).toEqual([
    undefined,
    first,
    first,
  ])
  expect((await office.told(second)).some((text) => text.startsWith('"Approval" runs one at a time'))).toBe(
    true,
  )
  await office.decide(bookkeeper, first)
  expect(await asked(ids)).toEqual([0, 1, 0])
  await office.decide(bookkeeper, second)
  expect(await asked(ids)).toEqual([0, 0, 1])
  await office.decide(bookkeeper, third)
  expect(await Promise.all(ids.map(office.status))).toEqual(['approved', 'approved', 'approved'])
})

test('a value holds only its like, and an empty one nobody', async () => {
  const form = await formWith({ field: 'f_memo0001' })
  const values = [{ f_memo0001: 'A' }, { f_memo0001: 'B' }, { f_memo0001: 'A' }, {}, {}]
  expect(await asked(await submitted(form, values))).toEqual([1, 1, 0, 1, 1])
})

test('many that arrive at the same moment stand in one queue: never two at once', async () => {
  const form = await formWith({ word: 'rush' })
  const bodies = Array.from({ length: 6 }, () => ({ id: crypto.randomUUID(), formVersion: 1, values: {} }))
  for (const body of bodies) await ask(people.field.session, 'POST', `/forms/${form}/submissions`, body)
  const runs = await runtime.ports.engine.claimRuns({ workerId: 'rush', limit: 50 })
  await Promise.all(runs.map((run) => executeRun({ runtime, run })))
  await office.work()
  const ids = bodies.map(({ id }) => id)
  for (let left = ids.length; left > 0; left -= 1) {
    const open = await asked(ids)
    expect(open.filter((count) => count > 0)).toEqual([1])
    await office.decide(bookkeeper, ids[open.indexOf(1)] ?? '')
  }
})

test('a run that is stopped, or fails for good, gives its place to the next', async () => {
  const form = await formWith({ word: 'stopped' })
  const ids = await submitted(form, [{}, {}, {}])
  const [first = '', second = ''] = ids
  const stop = async (id: string) => {
    const { runId } = (await store.submissions.get(id)) ?? {}
    await ask(people.admin.session, 'POST', `/runs/${runId}/cancel`, { reason: 'enough' })
    await office.work()
  }
  await stop(second)
  expect(await asked(ids)).toEqual([1, 0, 0])
  await stop(first)
  expect(await asked(ids)).toEqual([0, 0, 1])
})

test('the time before its turn does not count toward the time that a step may take', async () => {
  const day = 86_400
  const form = await formWith({ word: 'patience' }, { timeoutSeconds: day })
  const [first = '', second = ''] = await submitted(form, [{}, {}])
  const run = await store.runs.activeOf(second)
  const long = new Date(Date.now() - 2 * day * 1000)
  const tokens = run?.tokens.map((token) => ({ ...token, since: long, heldSince: long }))
  const { connection } = services.database
  await connection
    .collection('runs')
    .updateOne({ _id: run?.id as never }, { $set: { tokens, dueAt: new Date(0) } })
  await office.work()
  expect((await store.runs.activeOf(second))?.state).toBe('active')
  await office.decide(bookkeeper, first)
  expect(await asked([second])).toEqual([1])
  const [token] = (await store.runs.activeOf(second))?.tokens ?? []
  expect(token?.heldSince).toBeUndefined()
  expect(token?.since.getTime()).toBeGreaterThan(long.getTime() + day * 1000)
})

test('whoever waits for a paused run is told so, also when the pause comes later, and after an hour it needs attention', async () => {
  const form = await formWith({ word: 'paused' })
  const [first = '', second = ''] = await submitted(form, [{}, {}])
  const { runId: holder } = (await store.submissions.get(first)) ?? {}
  const waiting = await store.runs.activeOf(second)
  await ask(people.admin.session, 'POST', `/runs/${holder}/pause`, {})
  const runs = services.database.connection.collection('runs')
  const looksAgain = async ($set: object) => {
    await runs.updateOne({ _id: waiting?.id as never }, { $set: { ...$set, dueAt: new Date(0) } })
    await office.work()
  }
  const holders = async () => {
    const { rows } = await ask<{ rows: AttentionGroup[] }>(bookkeeper, 'GET', '/needs-attention')
    const own = rows.filter(({ code }) => code === 'paused-holds-others')
    return own.flatMap(({ entries }) => entries.map(({ submissionId }) => submissionId))
  }
  await looksAgain({})
  await looksAgain({})
  const turns = (await office.told(second)).filter((text) => text.includes('runs one at a time'))
  expect(turns.map((text) => text.includes('which is paused'))).toEqual([false, true])
  const walk = await ask<RunWalk>(people.admin.session, 'GET', `/runs/${waiting?.id}/walk`)
  expect(walk.visits.find(({ stepId }) => stepId === 's_step0')?.waitsFor?.paused).toBe(true)
  expect(await holders()).toEqual([])
  const heldSince = new Date(Date.now() - 61 * 60_000)
  const tokens = (await store.runs.activeOf(second))?.tokens.map((token) => ({ ...token, heldSince }))
  await looksAgain({ tokens })
  expect(await holders()).toEqual([first])
  // A replay begins behind those who waited: the run that it ends gives back its turn at once.
  await ask(people.admin.session, 'POST', `/runs/${holder}/replay`, {
    stepId: 's_step0',
    version: 'same',
  })
  await office.work()
  expect(await store.turns.ofRun(holder ?? '')).toEqual([])
  expect(await asked([first, second])).toEqual([0, 1])
  expect(await holders()).toEqual([])
})

test('a worker that dies loses no place, and a place whose run is gone holds nobody', async () => {
  const form = await formWith({ word: 'dying' })
  const body = () => ({ id: crypto.randomUUID(), formVersion: 1, values: {} })
  const [dead, next] = [body(), body()]
  await ask(people.field.session, 'POST', `/forms/${form}/submissions`, dead)
  const [held] = await runtime.ports.engine.claimRuns({ workerId: 'dying', limit: 1 })
  expect(held?.submissionId).toBe(dead.id)
  await office.submit(form, {})
  await services.database.connection
    .collection('workers')
    .updateOne({ _id: 'dying' as never }, { $set: { beatAt: new Date(0) } }, { upsert: true })
  await runtime.ports.engine.sweepDeadWorkers()
  await office.work()
  await ask(people.field.session, 'POST', `/forms/${form}/submissions`, next)
  await office.work()
  const queue = services.database.connection.collection('turns')
  const { runId } = (await store.submissions.get(dead.id)) ?? {}
  const own = await queue.findOne({ runId })
  const [ahead] = await queue.find({ key: own?.key }).sort({ ticket: 1 }).toArray()
  // As if its run had ended without giving the place back: whoever looks next clears it away.
  await services.database.connection
    .collection('runs')
    .updateOne({ _id: ahead?.runId }, { $set: { state: 'stopped', dueAt: null } })
  await services.database.connection
    .collection('runs')
    .updateMany({ state: 'active', dueAt: { $gt: new Date() } }, { $set: { dueAt: new Date(0) } })
  await office.work()
  const open = await store.tasks.list({ kinds: ['approval'], states: ['open'] })
  const waiting = (await queue.find({ key: own?.key }).sort({ ticket: 1 }).toArray()).map(
    (one) => one.submissionId,
  )
  expect(open.map(({ submissionId }) => submissionId)).toContain(waiting[0])
  expect(waiting).not.toContain(ahead?.submissionId)
})
