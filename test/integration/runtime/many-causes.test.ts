import { needsAttention, startCure, tickTriggers } from '@fieldledger/runtime'
import { defineRuntimeModels } from '@fieldledger/storage'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { bookkeeper, openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

type Row = Record<string, unknown> & { _id: string }

/** One form that is held, with its effect, its task and its run, is there so many times more for another vendor. */
async function repeat(submissionId: string, { times, vendorId }: { times: number; vendorId: string }) {
  const { submissions, effects, tasks, runs } = defineRuntimeModels(scene.database.connection)
  const raw = async (model: { collection: unknown }, where: object) =>
    (await (model.collection as typeof submissions.collection).findOne(where)) as unknown as Row
  const [submission, effect, task, run] = await Promise.all([
    raw(submissions, { _id: submissionId }),
    raw(effects, { submissionId }),
    raw(tasks, { submissionId }),
    raw(runs, { submissionId }),
  ])
  const problems = [{ ...Object(effect.problems)[0], params: { connectionId: 'connection-1', vendorId } }]
  const copies = Array.from({ length: times }, () => {
    const [id, effectId] = [v7(), v7()]
    return {
      submission: { ...submission, _id: id, number: undefined },
      effect: { ...effect, _id: effectId, key: effectId, submissionId: id, problems },
      task: { ...task, _id: v7(), submissionId: id, effectId, problems },
      run: { ...run, _id: v7(), submissionId: id, state: 'needs-attention' },
    }
  })
  await submissions.collection.insertMany(copies.map((copy) => copy.submission) as never[])
  await effects.collection.insertMany(copies.map((copy) => copy.effect) as never[])
  await tasks.collection.insertMany(copies.map((copy) => copy.task) as never[])
  await runs.collection.insertMany(copies.map((copy) => copy.run) as never[])
}

const sizes = { 'vendor-2': 620, 'vendor-3': 300, 'vendor-4': 120, 'vendor-5': 80, 'vendor-1': 50 }

test('of more than a thousand held documents each cause counts its own, every one has its task and its run, and one click reaches all of a cause', async () => {
  scene = await openScene({ approval: false })
  const { runtime, companyId, links, store } = scene
  links.clear()
  const { id } = await scene.submit()
  await scene.settle()
  for (const [vendorId, times] of Object.entries(sizes)) await repeat(id, { times, vendorId })
  const causes = await needsAttention({ runtime, companyId })
  expect(causes.map(({ key, entries }) => [key.split(' ').at(-1), entries.length])).toEqual([
    ...Object.entries(sizes).slice(0, 4),
    ['vendor-1', sizes['vendor-1'] + 1],
  ])
  const entries = causes.flatMap((cause) => cause.entries)
  expect(entries.filter(({ taskId }) => taskId === undefined)).toEqual([])
  expect(entries.filter(({ runId }) => runId === undefined)).toHaveLength(1)
  const start = (cause: string) =>
    startCure({
      runtime,
      companyId,
      person: bookkeeper,
      id: v7(),
      cause: `vendor-not-linked connection-1 ${cause}`,
    })
  const small = await start('vendor-1')
  for (let tick = 0; tick < 4; tick += 1) await tickTriggers(runtime)
  const woken = await store.effects.ofSubmissions(small.submissionIds ?? [])
  expect(woken).toHaveLength(51)
  expect(woken.filter(({ dueAt, triedBy }) => dueAt === null || triedBy !== bookkeeper.id)).toEqual([])
  expect((await start('vendor-2')).submissionIds).toHaveLength(sizes['vendor-2'])
})
