import { executeRun, needsAttention, retryRun, writeCheckpoint } from '@fieldledger/runtime'
import type { Graph, Step } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { graphOf } from './order-form.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

/** Two approvals at once; behind the second the order is sent; both meet, and the form gets its label. */
function branchedGraph(change: Partial<Record<'s_left' | 's_right', Step>> = {}): Graph {
  const { steps } = graphOf({})
  const { s_approve: approve, s_sync: sync, s_start: start } = steps
  if (approve === undefined || sync === undefined || start === undefined) throw new RangeError('No steps.')
  const edge = (id: string, from: [string, string], to: string) => ({
    id: `e_${id}`,
    from: { step: from[0], outlet: from[1] },
    to,
  })
  return {
    steps: {
      s_start: start,
      s_split: { kind: 'parallel', name: 'Both', config: { branches: 2 } },
      s_left: { ...approve, name: 'Site', config: { ...approve.config, final: false } },
      s_right: { ...approve, name: 'Office' },
      s_sync: sync,
      s_join: { kind: 'join', name: 'Join', config: {} },
      s_label: { kind: 'set-status', name: 'Label', config: { set: 'label', label: 'All agreed' } },
      ...change,
    },
    edges: [
      edge('aaaa', ['s_start', 'next'], 's_split'),
      edge('bbbb', ['s_split', 'branch-1'], 's_left'),
      edge('cccc', ['s_split', 'branch-2'], 's_right'),
      edge('dddd', ['s_left', 'approved'], 's_join'),
      edge('eeee', ['s_right', 'approved'], 's_sync'),
      edge('ffff', ['s_sync', 'synced'], 's_join'),
      edge('gggg', ['s_join', 'next'], 's_label'),
    ],
  }
}

async function submitted(graph = branchedGraph()): Promise<{ id: string; runId: string }> {
  scene = await openScene()
  scene.workflows.splice(0, 1, { version: 1, graph })
  const { id, runId = '' } = await scene.submit()
  await scene.runs()
  return { id, runId }
}

const places = async (runId: string) =>
  (await scene.store.runs.get(runId))?.tokens.map(({ id, stepId }) => `${id} ${stepId}`)
const label = async (id: string) => (await scene.store.submissions.get(id))?.label
const timesLeft = async (runId: string, stepId: string) =>
  (await scene.store.runs.results(runId)).filter(
    (result) => result.stepId === stepId && result.outcome === 'leave',
  ).length

async function approveAt(submissionId: string, stepId: string): Promise<void> {
  const tasks = await scene.tasks(submissionId, 'approval')
  await scene.approve(submissionId, tasks.find((task) => task.stepId === stepId)?.id)
}

test('branches wait each for their own task, and go on once when all have met', async () => {
  const { id, runId } = await submitted()
  expect(await places(runId)).toEqual(['1.1 s_left', '1.2 s_right'])
  await approveAt(id, 's_right')
  await scene.settle()
  expect(scene.ledger.documents.size).toBe(1)
  expect(await places(runId)).toEqual(['1.1 s_left', '1.2 s_join'])
  expect(await label(id)).toBeUndefined()
  await approveAt(id, 's_left')
  await scene.settle()
  expect(await label(id)).toBe('All agreed')
  expect(await timesLeft(runId, 's_join')).toBe(1)
  expect((await scene.store.runs.get(runId))?.state).toBe('finished')
  expect(scene.ledger.creates).toBe(1)
})

test('a branch that ends is not waited for', async () => {
  const graph = branchedGraph()
  const { id } = await submitted({ ...graph, edges: graph.edges.filter((edge) => edge.id !== 'e_dddd') })
  await approveAt(id, 's_right')
  await scene.settle()
  expect(await label(id)).toBeUndefined()
  await approveAt(id, 's_left')
  await scene.settle()
  expect(await label(id)).toBe('All agreed')
})

test('a decision in one branch while the other is walked is not lost', async () => {
  const { id, runId } = await submitted()
  await approveAt(id, 's_left')
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('Nothing was claimed.')
  const { runtime } = scene
  const approval = runtime.steps.approval
  if (approval === undefined) throw new RangeError('No approval.')
  let late = true
  const steps = {
    ...runtime.steps,
    approval: {
      ...approval,
      execute: async (...asked: Parameters<typeof approval.execute>) => {
        const outcome = await approval.execute(...asked)
        if (late && asked[1].step.id === 's_right') {
          late = false
          await approveAt(id, 's_right')
        }
        return outcome
      },
    },
  }
  await executeRun({ runtime: { ...runtime, steps }, run })
  expect(await places(runId)).toEqual(['1.1 s_join', '1.2 s_right'])
  await scene.settle()
  expect(await label(id)).toBe('All agreed')
})

test('a worker that lost its lease in a branch writes nothing: the branches meet once', async () => {
  const { id, runId } = await submitted()
  await approveAt(id, 's_left')
  await approveAt(id, 's_right')
  const [asleep] = await scene.claimRuns()
  if (asleep === undefined) throw new RangeError('Nothing was claimed.')
  await scene.workerDies()
  await scene.settle()
  await executeRun({ runtime: scene.runtime, run: asleep })
  await scene.settle()
  expect(await timesLeft(runId, 's_join')).toBe(1)
  expect(await timesLeft(runId, 's_left')).toBe(1)
  expect(scene.ledger.creates).toBe(1)
})

test('a checkpoint that is cut off leaves every branch where it stood', async () => {
  const { id, runId } = await submitted()
  await approveAt(id, 's_left')
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('Nothing was claimed.')
  const { stores } = scene.runtime.ports
  const cutOff: typeof stores = {
    ...stores,
    saveCheckpoint: (scope, checkpoint) =>
      cutOff.transact(scope, (store) => writeCheckpoint(store, { checkpoint })),
    transact: (scope, work) =>
      stores.transact(scope, async (store) => {
        await work(store)
        throw new RangeError('The power failed.')
      }),
  }
  const runtime = { ...scene.runtime, ports: { ...scene.runtime.ports, stores: cutOff } }
  await executeRun({ runtime, run })
  expect(await places(runId)).toEqual(['1.1 s_left', '1.2 s_right'])
  await scene.settle()
  expect(await places(runId)).toEqual(['1.1 s_join', '1.2 s_right'])
  expect(await timesLeft(runId, 's_left')).toBe(1)
})

test('a branch that fails needs attention while the other goes on, and is tried again by itself', async () => {
  const { steps } = graphOf({})
  const sync = steps.s_sync
  if (sync === undefined) throw new RangeError('No sync.')
  const graph = branchedGraph({ s_left: sync })
  const edges = graph.edges.map((edge) =>
    edge.id === 'e_dddd' ? { ...edge, from: { step: 's_left', outlet: 'synced' } } : edge,
  )
  scene = await openScene()
  scene.connection.state = 'disconnected'
  scene.workflows.splice(0, 1, { version: 1, graph: { ...graph, edges } })
  const { id, runId = '' } = await scene.submit()
  await scene.runs()
  const { runtime, companyId } = scene
  const run = await scene.store.runs.get(runId)
  expect([run?.state, run?.error?.code]).toEqual(['active', 'no-connection'])
  expect((await needsAttention({ runtime, companyId })).map(({ code }) => code)).toEqual(['no-connection'])
  scene.connection.state = 'active'
  await approveAt(id, 's_right')
  await scene.settle()
  expect(await places(runId)).toEqual(['1.1 s_left', '1.2 s_join'])
  expect((await scene.store.runs.get(runId))?.state).toBe('needs-attention')
  await retryRun({ runtime, companyId, person: bookkeeper, runId })
  await scene.settle()
  expect(await label(id)).toBe('All agreed')
  expect(scene.ledger.creates).toBe(1)
})

test('a step that fails again after it was tried again says so again', async () => {
  scene = await openScene({ approval: false })
  scene.connection.state = 'disconnected'
  const { runId = '' } = await scene.submit()
  await scene.settle()
  const { runtime, companyId } = scene
  await retryRun({ runtime, companyId, person: bookkeeper, runId })
  await scene.settle()
  expect((await scene.store.runs.get(runId))?.state).toBe('needs-attention')
  const failures = (await scene.store.runs.results(runId)).filter(({ outcome }) => outcome === 'fail')
  expect(failures.map(({ failure }) => failure)).toEqual([1, 2])
})

test('a circle that waits for nobody is stopped, and the step is named that is not known', async () => {
  scene = await openScene({ approval: false })
  const { steps } = graphOf({ approval: false })
  const start = steps.s_start
  if (start === undefined) throw new RangeError('No start.')
  const again = { kind: 'set-status', name: 'Again', config: { set: 'label', label: 'Again' } }
  const edge = (from: string, to: string) => ({ id: `e_${from}`, from: { step: from, outlet: 'next' }, to })
  scene.workflows.splice(0, 1, {
    version: 1,
    graph: {
      steps: { s_start: start, s_again: again, s_more: again },
      edges: [edge('s_start', 's_again'), edge('s_again', 's_more'), edge('s_more', 's_again')],
    },
  })
  const circle = await scene.submit()
  await scene.settle()
  expect((await scene.store.runs.get(circle.runId ?? ''))?.error?.code).toBe('visit-limit')
  scene.workflows.push({
    version: 2,
    graph: {
      steps: { s_start: start, s_fax: { kind: 'fax', name: 'Fax it', config: {} } },
      edges: [edge('s_start', 's_fax')],
    },
  })
  const unknown = await scene.submit()
  await scene.settle()
  expect((await scene.store.runs.get(unknown.runId ?? ''))?.error?.message).toContain('"Fax it" (fax)')
})
