import { companyScope, type Graph } from '@fieldledger/workflow'
import { afterEach, expect, test } from 'vitest'
import { vendorField } from './order-form.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const label = (text: string) => ({ kind: 'set-status', name: text, config: { set: 'label', label: text } })
const large = {
  kind: 'condition',
  name: 'Large?',
  config: { subject: 'total', comparison: 'at-least', value: '10' },
}
const waitADay = { kind: 'wait', name: 'Rest', config: { until: 'duration', amount: 1, unit: 'days' } }
const start = { kind: 'form-submitted', name: 'Start', config: {} }

const edge = (from: string, to: string) => {
  const [step = '', outlet = ''] = from.split('.')
  return { id: `e_${step}_${to}`, from: { step, outlet }, to }
}

async function submitted(graph: Graph) {
  scene = await openScene()
  scene.workflows.push({ version: 2, graph })
  const answered = await scene.submit()
  const { id } = answered
  const [run] = await scene.store.runs.allActiveOf(id)
  const results = await scene.store.runs.results(run?.id ?? '')
  return { id, answered, run, taken: results.map(({ stepId }) => stepId) }
}

test('the steps that need nothing but the form are taken with the submit, and are told of once', async () => {
  const { id, answered, run, taken } = await submitted({
    steps: { s_start: start, s_large: large, s_label: label('Large'), s_wait: waitADay },
    edges: [edge('s_start.next', 's_large'), edge('s_large.yes', 's_label'), edge('s_label.next', 's_wait')],
  })
  expect(taken).toEqual(['s_start', 's_large', 's_label'])
  expect(run?.tokens).toMatchObject([{ stepId: 's_wait', visit: 1 }])
  expect(answered).toMatchObject({ label: 'Large', runId: run?.id })
  expect(await scene.store.submissions.get(id)).toMatchObject({ label: 'Large' })
  const told = await scene.timeline(id)
  expect(told.slice(-2)).toEqual(['condition-taken', 'label-set'])
  await scene.settle()
  expect((await scene.timeline(id)).slice(0, told.length)).toEqual(told)
  expect((await scene.store.runs.results(run?.id ?? '')).map(({ stepId }) => stepId)).toEqual(taken)
})

test('since when a form stands at a step is said by the server’s clock, though that of the API is wrong', async () => {
  scene = await openScene()
  scene.workflows.push({
    version: 2,
    graph: { steps: { s_start: start, s_wait: waitADay }, edges: [edge('s_start.next', 's_wait')] },
  })
  scene.runtime.clock.now = () => new Date('2031-01-01T00:00:00Z')
  const { id } = await scene.submit()
  const [run] = await scene.store.runs.allActiveOf(id)
  expect(run?.tokens[0]?.stepId).toBe('s_wait')
  expect(run?.tokens[0]?.since.getFullYear()).toBeLessThan(2031)
})

test('a workflow that only looks ends in the worker, as one does that goes in a circle', async () => {
  const looks = await submitted({
    steps: { s_start: start, s_large: large, s_label: label('Large') },
    edges: [edge('s_start.next', 's_large'), edge('s_large.yes', 's_label')],
  })
  expect(looks.taken).toEqual([])
  expect(looks.run?.tokens).toMatchObject([{ stepId: 's_start' }])
  await scene.settle()
  expect((await scene.store.runs.get(looks.run?.id ?? ''))?.state).toBe('finished')
  await scene.close()

  const circles = await submitted({
    steps: { s_start: start, s_once: label('Once'), s_again: label('Again') },
    edges: [edge('s_start.next', 's_once'), edge('s_once.next', 's_again'), edge('s_again.next', 's_once')],
  })
  expect(circles.taken).toHaveLength(20)
  await scene.settle()
  const ended = await scene.store.runs.get(circles.run?.id ?? '')
  expect(ended).toMatchObject({ state: 'needs-attention', error: { code: 'visit-limit' } })
})

test('whoever lost its claim before the first request walks nothing', async () => {
  const { id } = await submitted({
    steps: { s_start: start, s_label: label('Seen'), s_wait: waitADay },
    edges: [edge('s_start.next', 's_label'), edge('s_label.next', 's_wait')],
  })
  const [stale] = await scene.claimRuns()
  await scene.workerDies()
  const [fresh] = await scene.claimRuns()
  const { stores } = scene.runtime.ports
  const scope = companyScope(scene.companyId)
  if (stale === undefined || fresh === undefined) throw new RangeError('Nothing was claimed.')
  expect(fresh.submissionId).toBe(id)
  expect(await stores.walkStart(scope, stale)).toMatchObject({ owned: false })
  expect(await stores.walkStart(scope, fresh)).toMatchObject({ owned: true })
  // A worker that stood still may hold both, and read them together.
  const both = await Promise.all([stale, fresh].map((claim) => stores.walkStart(scope, claim)))
  expect(both.map(({ owned }) => owned)).toEqual([false, true])
})

test('what a step looked at is told by its name, also of a vendor that the form itself names anew', async () => {
  scene = await openScene()
  const named = {
    kind: 'condition',
    name: 'Named?',
    config: { subject: vendorField, comparison: 'filled-in' },
  }
  scene.workflows.push({
    version: 2,
    graph: {
      steps: { s_start: start, s_named: named, s_wait: waitADay },
      edges: [edge('s_start.next', 's_named'), edge('s_named.yes', 's_wait')],
    },
  })
  const { id, runId } = await scene.submitProposing({ id: 'new-vendor', name: 'Ortega Plumbing' })
  await scene.settle()
  const [run] = await scene.store.runs.allActiveOf(id)
  expect(runId).toBe(run?.id)
  const results = await scene.store.runs.results(run?.id ?? '')
  expect(results.find(({ stepId }) => stepId === 's_named')?.used).toMatchObject([
    { value: 'Ortega Plumbing' },
  ])
})
