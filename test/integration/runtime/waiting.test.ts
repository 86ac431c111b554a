import { tickTriggers } from '@fieldledger/runtime'
import { createCompanyRepository, defineRuntimeModels } from '@fieldledger/storage'
import type { Graph, Step } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { graphOf } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const label = { kind: 'set-status', name: 'Label', config: { set: 'label', label: 'Time has come' } }
const edge = (id: string, from: [string, string], to: string) => ({
  id: `e_${id}`,
  from: { step: from[0], outlet: from[1] },
  to,
})

/** Start, one step, a label behind it. */
function graphWith(step: Step, outlet = 'next'): Graph {
  const start = graphOf({}).steps.s_start
  if (start === undefined) throw new RangeError('No start.')
  return {
    steps: { s_start: start, s_step: step, s_label: label },
    edges: [edge('aaaa', ['s_start', 'next'], 's_step'), edge('bbbb', ['s_step', outlet], 's_label')],
  }
}

async function submitted(graph: Graph): Promise<{ id: string; runId: string }> {
  scene = await openScene()
  scene.workflows.splice(0, 1, { version: 1, graph })
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  return { id, runId }
}

/** What the server's clock would do. */
async function hoursPass(runId: string, hours: number): Promise<void> {
  const { runs } = defineRuntimeModels(scene.database.connection)
  const earlier = (at: Date | null | undefined) => (at ? new Date(at.getTime() - hours * 3_600_000) : at)
  const run = await scene.store.runs.get(runId)
  if (run === undefined) throw new RangeError('No run.')
  const tokens = run.tokens.map((token) => ({
    ...token,
    since: earlier(token.since),
    ...(token.wakeAt === undefined ? {} : { wakeAt: earlier(token.wakeAt) }),
    ...(token.retryAt === undefined ? {} : { retryAt: earlier(token.retryAt) }),
  }))
  await runs.collection.updateOne({ _id: runId as never }, { $set: { tokens, dueAt: earlier(run.dueAt) } })
}

const labelOf = async (id: string) => (await scene.store.submissions.get(id))?.label
const twoDays = { kind: 'wait', name: 'Rest', config: { until: 'duration', amount: 2, unit: 'days' } }

test('a run waits for its time without being looked at, then goes on', async () => {
  const { id, runId } = await submitted(graphWith(twoDays))
  expect(await scene.timeline(id)).toContain('waiting')
  await hoursPass(runId, 46)
  expect(await scene.claimRuns()).toEqual([])
  await hoursPass(runId, 4)
  await scene.settle()
  expect(await labelOf(id)).toBe('Time has come')
  expect((await scene.timeline(id)).filter((code) => code === 'waiting')).toHaveLength(1)
})

test('a date that is over is not waited for', async () => {
  const { id } = await submitted(
    graphWith({ kind: 'wait', name: 'Past', config: { until: 'date', date: '2020-02-02', time: '09:00' } }),
  )
  expect(await labelOf(id)).toBe('Time has come')
})

test('who waits for a time of day waits for it by the new clocks once the company has moved to another time zone', async () => {
  const config = { until: 'date', date: '2036-12-01', time: '08:00' }
  const { id, runId } = await submitted(graphWith({ kind: 'wait', name: 'Morning', config }))
  const dueAt = async () => (await scene.store.runs.get(runId))?.dueAt?.toISOString()
  expect(await dueAt()).toBe('2036-12-01T14:00:00.000Z')
  const { people } = scene.runtime.ports
  const { companyId } = scene
  const companies = createCompanyRepository(scene.database)
  const { id: _id, ...facts } = await people.company({ scope: scene.store.scope })
  await companies.create({ ...facts, id: companyId })
  await companies.change(scene.store.scope, { timeZone: 'Europe/Berlin' })
  // Somebody who had read the zone before writes its moment after the first look.
  await tickTriggers(scene.runtime)
  await scene.settle()
  expect(await dueAt()).toBe('2036-12-01T14:00:00.000Z')
  people.company = async () => ({ ...facts, id: companyId, timeZone: 'Europe/Berlin' })
  await Promise.all([tickTriggers(scene.runtime), tickTriggers(scene.runtime)])
  await scene.settle()
  expect(await dueAt()).toBe('2036-12-01T07:00:00.000Z')
  await tickTriggers(scene.runtime)
  expect(await scene.claimRuns()).toEqual([])
  expect((await scene.timeline(id)).filter((code) => code === 'waiting')).toHaveLength(1)
})

test('a time that one branch waits for outlasts the decisions of another', async () => {
  const approve = graphOf({}).steps.s_approve
  if (approve === undefined) throw new RangeError('No approval.')
  const { steps } = graphWith(twoDays)
  const { id, runId } = await submitted({
    steps: {
      ...steps,
      s_split: { kind: 'parallel', name: 'Both', config: { branches: 2 } },
      s_approve: approve,
    },
    edges: [
      edge('aaaa', ['s_start', 'next'], 's_split'),
      edge('bbbb', ['s_split', 'branch-1'], 's_step'),
      edge('cccc', ['s_split', 'branch-2'], 's_approve'),
      edge('dddd', ['s_step', 'next'], 's_label'),
    ],
  })
  const before = (await scene.store.runs.get(runId))?.dueAt
  await scene.approve(id)
  await scene.settle()
  expect((await scene.store.runs.get(runId))?.dueAt).toEqual(before)
  await hoursPass(runId, 49)
  await scene.settle()
  expect(await labelOf(id)).toBe('Time has come')
})

test('a step whose code throws is tried again by its policy, then takes its failed outlet', async () => {
  const sync = graphOf({}).steps.s_sync
  if (sync === undefined) throw new RangeError('No sync.')
  scene = await openScene()
  const retry = { times: 2, firstSeconds: 3600, factor: 2 }
  scene.workflows.splice(0, 1, { version: 1, graph: graphWith({ ...sync, retry }, 'failed') })
  const registered = scene.runtime.steps['accounting-sync']
  if (registered === undefined) throw new RangeError('No sync.')
  scene.runtime.steps = {
    ...scene.runtime.steps,
    'accounting-sync': {
      ...registered,
      execute: async () => {
        throw new TypeError('Cannot read properties of undefined')
      },
    },
  }
  const { id, runId = '' } = await scene.submit()
  for (const hours of [0, 2, 3]) {
    expect(await labelOf(id)).toBeUndefined()
    await hoursPass(runId, hours)
    await scene.settle()
  }
  expect(await labelOf(id)).toBe('Time has come')
  const failures = (await scene.store.runs.results(runId)).filter(({ outcome }) => outcome === 'fail')
  expect(failures.map(({ failure }) => failure)).toEqual([1, 2, 3])
  expect((await scene.timeline(id)).filter((code) => code === 'retry-later')).toHaveLength(2)
})

test('a step that lasts longer than it may has failed, its tasks are gone', async () => {
  const approve = graphOf({}).steps.s_approve
  if (approve === undefined) throw new RangeError('No approval.')
  const { id, runId } = await submitted(graphWith({ ...approve, timeoutSeconds: 86_400 }, 'failed'))
  await hoursPass(runId, 23)
  await scene.settle()
  expect(await scene.tasks(id, 'approval')).toHaveLength(1)
  await hoursPass(runId, 2)
  await scene.settle()
  expect(await scene.tasks(id, 'approval')).toEqual([])
  expect(await labelOf(id)).toBe('Time has come')
})

test('an approval reminds once a round and asks others when it takes too long', async () => {
  const approve = graphOf({}).steps.s_approve
  if (approve === undefined) throw new RangeError('No approval.')
  const timers = {
    reminders: { every: 4, unit: 'hours' },
    escalate: { after: 1, unit: 'days', to: { roles: ['admin'], people: [] } },
  }
  const timed = { ...approve, config: { ...approve.config, ...timers } }
  const { id, runId } = await submitted(graphWith(timed, 'approved'))
  const stamps = async (code: string) => (await scene.timeline(id)).filter((one) => one === code).length
  await hoursPass(runId, 5)
  await scene.settle()
  await scene.store.runs.wake(id)
  await scene.settle()
  expect(await stamps('approval-reminded')).toBe(1)
  await hoursPass(runId, 20)
  await scene.settle()
  expect(await stamps('approval-escalated')).toBe(1)
  const [task] = await scene.tasks(id, 'approval')
  expect(task?.assignees.roles).toEqual(['approver', 'admin'])
  await scene.approve(id)
  await scene.settle()
  expect(await labelOf(id)).toBe('Time has come')
  expect((await scene.store.runs.get(runId))?.state).toBe('finished')
})
