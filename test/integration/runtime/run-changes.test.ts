import {
  AnotherRunUnderWay,
  decideTask,
  executeRun,
  moveWaitingRuns,
  needsAttention,
  pauseRun,
  planReplay,
  ReplayRefused,
  RunNotRetryable,
  replayRun,
  resumeRun,
  retryRun,
  stopRun,
  waitingRuns,
} from '@fieldledger/runtime'
import { defineRuntimeModels } from '@fieldledger/storage'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, graphOf, poValues } from './order-form.ts'
import { approver, bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

const by = () => ({ runtime: scene.runtime, companyId: scene.companyId, person: bookkeeper })
const runOf = (runId: string) => scene.store.runs.get(runId)

const changeRun = (runId: string, $set: Record<string, unknown>) =>
  defineRuntimeModels(scene.database.connection).runs.collection.updateOne({ _id: runId as never }, { $set })

/** As often as a run stops its worker before it is set aside. */
async function setAside(runId: string): Promise<void> {
  await changeRun(runId, { attempts: 5, dueAt: new Date(0) })
  await scene.runs()
  expect((await runOf(runId))?.state).toBe('quarantined')
}

/** Sent, read back, finished. */
async function finished(): Promise<{ id: string; runId: string }> {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await scene.settle()
  return { id, runId }
}

test('a paused run takes no step; what was decided meanwhile counts when it is resumed', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  await pauseRun({ ...by(), runId })
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(0)
  expect((await runOf(runId))?.state).toBe('paused')
  await resumeRun({ ...by(), runId })
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect(await scene.timeline(id)).toEqual(expect.arrayContaining(['run-paused', 'run-resumed']))
})

test('neither Resume nor Try again lets two runs of one workflow walk one form, also at the same moment', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  const run = await runOf(runId)
  if (run === undefined) throw new RangeError('No run.')
  const [paused, failed, other] = [v7(), v7(), v7()]
  await scene.store.runs.insert({ ...run, id: paused, state: 'paused' })
  for (const one of [failed, other])
    await scene.store.runs.insert({ ...run, id: one, state: 'needs-attention', given: { note: 'One' } })
  await expect(resumeRun({ ...by(), runId: paused })).rejects.toBeInstanceOf(AnotherRunUnderWay)
  await expect(retryRun({ ...by(), runId: failed })).rejects.toBeInstanceOf(AnotherRunUnderWay)
  await expect(
    scene.store.runs.move({ id: failed, from: ['needs-attention'], to: 'active' }),
  ).rejects.toBeInstanceOf(AnotherRunUnderWay)
  await stopRun({ ...by(), runId, reason: 'One is enough.' })
  const both = await Promise.allSettled([failed, other].map((one) => retryRun({ ...by(), runId: one })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.any(AnotherRunUnderWay),
  })
  const active = (await scene.store.runs.allActiveOf(id)).filter(({ state }) => state === 'active')
  expect(active).toHaveLength(1)
})

test('a worker that holds a run while it is paused writes nothing', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  const [held] = await scene.claimRuns()
  if (held === undefined) throw new RangeError('Nothing was claimed.')
  await pauseRun({ ...by(), runId })
  await executeRun({ runtime: scene.runtime, run: held })
  expect(await scene.tasks(id, 'approval')).toEqual([])
  expect((await runOf(runId))?.state).toBe('paused')
})

test('a revision stops a paused run, a person may too', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  await pauseRun({ ...by(), runId })
  await scene.revise(id, poValues({ price: '12' }))
  expect((await runOf(runId))?.state).toBe('stopped')
  const next = (await scene.store.submissions.get(id))?.runId ?? ''
  await scene.settle()
  await pauseRun({ ...by(), runId: next })
  await stopRun({ ...by(), runId: next, reason: 'Enough.' })
  expect((await runOf(next))?.state).toBe('stopped')
})

test('a replay of what is there says so before, sends nothing, and ends', async () => {
  const { id, runId } = await finished()
  const plan = await planReplay({ ...by(), runId, stepId: 's_sync', version: 'same' })
  const [number] = [...scene.ledger.documents.values()].map((document) => document.number)
  expect(plan.sends).toEqual([
    { stepId: 's_sync', stepName: 'Sync', ledger: 'Double books', does: 'skip', number },
  ])
  const replay = await replayRun({ ...by(), runId, stepId: 's_sync', version: 'same' })
  await scene.settle()
  expect([scene.ledger.creates, scene.ledger.updates]).toEqual([1, 0])
  expect(await runOf(replay.runId)).toMatchObject({ state: 'finished', replayOf: runId })
  expect(await scene.timeline(id)).toEqual(expect.arrayContaining(['replayed', 'document-unchanged']))
})

test('a replay of values that the ledger has not is an update, of what was refused it is a send', async () => {
  const { id, runId } = await finished()
  // The revision is approved by a version that sends nothing.
  const { steps, edges } = graphOf({})
  const { s_sync: _sync, ...others } = steps
  scene.workflows.push({ version: 2, graph: { steps: others, edges: edges.slice(0, 1) } })
  await scene.revise(id, poValues({ price: '25' }))
  await scene.settle()
  await scene.approve(id)
  await scene.settle()
  const at = { stepId: 's_sync', version: 'same' as const }
  expect((await planReplay({ ...by(), runId, ...at })).sends).toMatchObject([{ does: 'update' }])
  await replayRun({ ...by(), runId, ...at })
  await scene.settle()
  expect([scene.ledger.creates, scene.ledger.updates]).toEqual([1, 1])
  expect(await scene.tasks(id, 'approval')).toEqual([])
})

test('a replay while it is being sent makes no second document', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await scene.runs()
  scene.ledger.onWire = async () => {
    scene.ledger.onWire = undefined
    const plan = await planReplay({ ...by(), runId, stepId: 's_sync', version: 'same' })
    expect(plan.sends).toMatchObject([{ does: 'under-way' }])
    await replayRun({ ...by(), runId, stepId: 's_sync', version: 'same' })
    await scene.runs()
  }
  await scene.effects()
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
  expect((await runOf(runId))?.state).toBe('stopped')
})

test('a replay goes round no approval: what waits for one or was rejected is replayed from there', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  const behind = { ...by(), runId, stepId: 's_sync', version: 'same' as const }
  await expect(planReplay(behind)).rejects.toBeInstanceOf(ReplayRefused)
  await expect(replayRun(behind)).rejects.toBeInstanceOf(ReplayRefused)
  const [task] = await scene.tasks(id, 'approval')
  const no = { choice: 'reject' as const, note: 'Too dear' }
  await decideTask({ ...by(), person: approver, taskId: task?.id ?? '', ...no })
  await scene.settle()
  await expect(replayRun(behind)).rejects.toBeInstanceOf(ReplayRefused)
  expect(scene.ledger.creates).toBe(0)
  await replayRun({ ...behind, stepId: 's_approve' })
  await scene.settle()
  expect(await scene.tasks(id, 'approval')).toHaveLength(1)
})

test('a step that the version has not cannot be replayed', async () => {
  const { runId } = await finished()
  await expect(replayRun({ ...by(), runId, stepId: 's_gone', version: 'latest' })).rejects.toBeInstanceOf(
    ReplayRefused,
  )
})

test('waiting runs are moved to the latest version when they are chosen, those that cannot are named', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  const { steps, edges } = graphOf({})
  const label = { kind: 'set-status', name: 'Label', config: { set: 'label', label: 'By version 2' } }
  const onward = { id: 'e_zzzz', from: { step: 's_sync', outlet: 'synced' }, to: 's_label' }
  scene.workflows.push({
    version: 2,
    graph: { steps: { ...steps, s_label: label }, edges: [...edges, onward] },
  })
  const listed = await waitingRuns({ ...by(), workflowId: formId })
  expect(listed.waiting.map(({ run, move }) => [run.id, move])).toEqual([
    [runId, { stands: ['Approval'], wouldStand: ['Approval'] }],
  ])
  expect(await moveWaitingRuns({ ...by(), workflowId: formId, runIds: [runId] })).toEqual({ moved: 1 })
  const [task] = await scene.tasks(id, 'approval')
  await decideTask({
    runtime: scene.runtime,
    companyId: scene.companyId,
    person: approver,
    taskId: task?.id ?? '',
    choice: 'approve',
  })
  await scene.settle()
  expect((await scene.store.submissions.get(id))?.label).toBe('By version 2')
  expect(scene.ledger.creates).toBe(1)
})

test('however many wait on earlier versions, the list goes on page by page, and those of any page are moved', async () => {
  scene = await openScene()
  const { runId = '' } = await scene.submit()
  await scene.settle()
  const own = await runOf(runId)
  if (own === undefined) throw new RangeError('The form has no run.')
  const { id: _id, ...same } = own
  // Older ones, as their ids say.
  const older = Array.from(
    { length: 501 },
    (_, at) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  )
  const { runs } = defineRuntimeModels(scene.database.connection)
  await runs.insertMany(older.map((_id) => ({ ...same, _id, submissionId: _id, claimedBy: null })))
  scene.workflows.push({ version: 2, graph: graphOf({}) })
  const asked = { ...by(), workflowId: formId }
  const first = await waitingRuns(asked)
  expect([first.waiting.length, first.total]).toEqual([500, 502])
  const rest = await waitingRuns({ ...asked, after: first.next })
  expect(rest.next).toBeUndefined()
  expect([...first.waiting, ...rest.waiting].map(({ run }) => run.id)).toEqual([...older, runId])
  expect(await moveWaitingRuns({ ...asked, runIds: [runId] })).toEqual({ moved: 1 })
  expect((await waitingRuns(asked)).total).toBe(501)
})

test('an approval that stood for one revision does not stand for a later one when its run is replayed', async () => {
  const { id } = await finished()
  await scene.revise(id, poValues({ memo: 'Only the memo' }))
  const { runId = '' } = (await scene.store.submissions.get(id)) ?? {}
  await scene.settle()
  expect(await runOf(runId)).toMatchObject({ state: 'finished', approvalStands: true })
  const again = { ...by(), runId, stepId: 's_approve', version: 'same' as const }
  await replayRun(again)
  await scene.settle()
  expect(await scene.tasks(id, 'approval')).toEqual([])
  await scene.revise(id, poValues({ price: '9999' }))
  await scene.settle()
  await replayRun(again)
  await scene.settle()
  expect((await scene.store.submissions.get(id))?.status).toBe('pending')
  expect(await scene.tasks(id, 'approval')).toHaveLength(1)
  expect([...scene.ledger.documents.values()].map(({ net }) => net.minor)).toEqual([2000])
})

test('a run that was set aside ends with a revision, a cancel or a replay, and is not tried again after it', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await setAside(runId)
  await scene.revise(id, poValues({ price: '9999' }))
  await scene.settle()
  expect((await runOf(runId))?.state).toBe('stopped')
  await expect(retryRun({ ...by(), runId })).rejects.toBeInstanceOf(RunNotRetryable)
  const { runId: second = '' } = (await scene.store.submissions.get(id)) ?? {}
  // As an earlier version left it: set aside, and still there beside the run of the revision.
  await changeRun(runId, { state: 'quarantined' })
  await pauseRun({ ...by(), runId: second })
  await expect(retryRun({ ...by(), runId })).rejects.toBeInstanceOf(ReplayRefused)
  await resumeRun({ ...by(), runId: second })
  await setAside(second)
  const third = await replayRun({ ...by(), runId: second, version: 'same' })
  expect((await runOf(second))?.state).toBe('stopped')
  await setAside(third.runId)
  await scene.cancel(id)
  expect((await runOf(third.runId))?.state).toBe('stopped')
  await changeRun(third.runId, { state: 'quarantined' })
  await expect(retryRun({ ...by(), runId: third.runId })).rejects.toThrow(/cancelled/)
  await scene.settle()
  expect(scene.ledger.creates).toBe(0)
})

test('an approval that was not decided in time is asked anew when it is tried again, and has its time once more', async () => {
  scene = await openScene()
  const [own] = scene.workflows
  const { s_approve: approval } = own?.graph.steps ?? {}
  const day = 86_400
  if (own && approval) own.graph.steps.s_approve = { ...approval, timeoutSeconds: day }
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  const [token] = (await runOf(runId))?.tokens ?? []
  const since = new Date(Date.now() - 2 * day * 1000)
  await changeRun(runId, { tokens: [{ ...token, since }], dueAt: new Date(0) })
  await scene.settle()
  expect(await runOf(runId)).toMatchObject({ state: 'needs-attention', error: { code: 'step-timed-out' } })
  expect(await scene.tasks(id, 'approval')).toEqual([])
  await retryRun({ ...by(), runId })
  await scene.settle()
  expect((await runOf(runId))?.state).toBe('active')
  expect(await scene.tasks(id, 'approval')).toHaveLength(1)
  await scene.approve(id)
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
})

test('what a run planned and nobody has sent is taken back when the run is stopped, and a replay sends it', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  await scene.approve(id)
  await scene.runs()
  expect((await scene.createEffect(id)).state).toBe('planned')
  await stopRun({ ...by(), runId, reason: 'Not today.' })
  await scene.settle()
  expect((await scene.createEffect(id)).state).toBe('stopped')
  expect(scene.ledger.creates).toBe(0)
  await replayRun({ ...by(), runId, stepId: 's_sync', version: 'same' })
  await scene.settle()
  expect(scene.ledger.creates).toBe(1)
})

test('a paused run with a branch that failed stays under Needs attention, and is resumed before it is tried again', async () => {
  scene = await openScene()
  const { id, runId = '' } = await scene.submit()
  await scene.settle()
  const [token] = (await runOf(runId))?.tokens ?? []
  const error = { code: 'answered-no', message: 'It answered 422.', retryable: false }
  await changeRun(runId, { tokens: [token, { ...token, id: '1.2', stepId: 's_sync', error }], error })
  await pauseRun({ ...by(), runId })
  const causes = await needsAttention({ runtime: scene.runtime, companyId: scene.companyId })
  expect(causes.flatMap(({ entries }) => entries)).toMatchObject([{ submissionId: id, runId }])
  await expect(retryRun({ ...by(), runId })).rejects.toThrow(/resume it/)
})
