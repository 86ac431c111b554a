import { executeRun, stopRun, submitForm } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, poValues } from './order-form.ts'
import { bookkeeper, fieldUser, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

test('sixty submits at once, one id among them three times and one foreign id: each is there once', async () => {
  scene = await openScene()
  const { runtime, companyId } = scene
  const twice = v7()
  const foreign = v7()
  await scene.database.connection
    .collection('submissions')
    .insertOne({ _id: foreign as never, companyId: 'another-company' })
  const ids = [...Array.from({ length: 60 }, () => v7()), twice, twice, twice, foreign]
  const answers = await Promise.allSettled(
    ids.map((id) =>
      submitForm({
        runtime,
        companyId,
        person: fieldUser,
        formId,
        request: { id, formVersion: 1, values: poValues() },
      }),
    ),
  )
  const taken = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  expect(taken).toHaveLength(63)
  expect(taken.filter(({ created }) => created)).toHaveLength(61)
  expect(answers.at(-1)?.status).toBe('rejected')
  const distinct = new Map(taken.map(({ submission }) => [submission.id, submission]))
  expect(distinct.size).toBe(61)
  expect(new Set([...distinct.values()].map(({ number }) => number)).size).toBe(61)
  for (const { id, runId } of distinct.values()) {
    expect(await scene.timeline(id)).toEqual(['submitted'])
    expect((await scene.store.runs.get(runId ?? ''))?.submissionId).toBe(id)
  }
  expect(await scene.claimRuns()).toHaveLength(50)
}, 30_000)

test('the first revision can still be read after the second replaced it', async () => {
  scene = await openScene({ approval: false })
  const first = await scene.submit(poValues())
  await scene.revise(first.id, poValues())
  const { submissions } = scene.store
  expect((await submissions.revisions(first.id)).map(({ revision }) => revision)).toEqual([1, 2])
  expect((await submissions.atRevision({ id: first.id, revision: 1 }))?.values).toEqual(first.values)
})

test('runs that are saved together: one stopped meanwhile is dropped alone, one stamped and one woken meanwhile are saved right', async () => {
  scene = await openScene()
  const { runtime, companyId, store } = scene
  const forms = await Promise.all(Array.from({ length: 12 }, () => scene.submit()))
  const [stopped, stamped, woken] = forms
  if (stopped === undefined || stamped === undefined || woken === undefined) throw new RangeError('None.')
  const claimed = await scene.claimRuns()
  expect(claimed).toHaveLength(12)
  await stopRun({ runtime, companyId, person: bookkeeper, runId: stopped.runId ?? '', reason: 'Not wanted' })
  // Read before, written after: what the walks know of these two is old when they are saved.
  const { stores } = runtime.ports
  const starts = new Map(
    await Promise.all(
      claimed.map(async (run) => [run.id, await stores.walkStart(store.scope, run)] as const),
    ),
  )
  await stores.transact(store.scope, async (inside) => {
    await inside.timeline.append({
      submissionId: stamped.id,
      stamps: [{ code: 'retried', params: {}, actor: { kind: 'system' } }],
      at: new Date(),
    })
    await inside.runs.wake(woken.id)
  })
  const early: typeof stores = {
    ...stores,
    walkStart: async (scope, run) => starts.get(run.id) ?? stores.walkStart(scope, run),
  }
  const asRead = { ...runtime, ports: { ...runtime.ports, stores: early } }
  await Promise.all(claimed.map((run) => executeRun({ runtime: asRead, run })))

  expect(await scene.tasks(stopped.id, 'approval')).toHaveLength(0)
  expect(await scene.timeline(stopped.id)).toEqual(['submitted', 'run-stopped'])
  for (const { id } of forms.slice(1)) expect(await scene.tasks(id, 'approval')).toHaveLength(1)
  const entries = await store.timeline.read({ submissionId: stamped.id })
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, position) => position + 1))
  expect(entries.map(({ code }) => code)).toContain('retried')
  expect((await scene.claimRuns()).map(({ submissionId }) => submissionId)).toEqual([woken.id])
}, 30_000)
