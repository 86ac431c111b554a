import { submitForm } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { formId, poValues } from './order-form.ts'
import { fieldUser, openScene, type Scene } from './scene.ts'

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
