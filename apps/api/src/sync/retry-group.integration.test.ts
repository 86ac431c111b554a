import type { AttentionGroup, BatchItemView, BatchView, Page } from '@fieldledger/contract'
import { tickTriggers } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, hidden } = stage
const { session } = ours.people.bookkeeper
const { runtime } = stage.services
const store = runtime.ports.stores.of(ours.scope)
const error = {
  code: 'period-closed',
  message: 'The period is closed: open it in the ledger, then try again.',
  retryable: false,
  cure: 'none' as const,
}
const ids = [ours.records.effects, hidden.effects]

async function stateOf(id: string) {
  return (await store.effects.get(id))?.state
}
async function rejectBoth(): Promise<void> {
  for (const id of ids) {
    const effect = await store.effects.get(id)
    if (effect !== undefined) await store.effects.amend({ effect, change: { state: 'rejected', error } })
  }
}
async function causes(): Promise<AttentionGroup[]> {
  return ((await session('GET', '/needs-attention')).body as unknown as Page<AttentionGroup>).rows
}
const retry = (id: string, cause: string) => session('POST', '/needs-attention/retry', { id, cause })

test('whatever one cause holds is tried again by the workers, each once, and leaves the group', async () => {
  await rejectBoth()
  const group = (await causes()).find(({ code }) => code === error.code)
  expect(group?.entries.map(({ effectId }) => effectId).sort()).toEqual([...ids].sort())
  expect(group?.count).toBe(2)
  const submission = group?.entries[0]?.submissionId
  const ofOne = (await session('GET', `/needs-attention?submission=${submission}`)).body.rows
  expect(ofOne).toMatchObject([{ key: error.code, count: 2, entries: [{ submissionId: submission }] }])
  const held = await session('GET', `/needs-attention/documents?cause=${error.code}`)
  expect(held.body).toMatchObject({ total: 2, rows: group?.entries })
  const id = v7()
  const begun = await retry(id, error.code)
  expect(begun.status, JSON.stringify(begun.body)).toBe(201)
  expect(begun.body as unknown as BatchView).toMatchObject({
    origin: 'cure',
    cause: error.message,
    expected: 2,
  })
  // The request only asked: nothing was done in it.
  expect(await Promise.all(ids.map(stateOf))).toEqual(['rejected', 'rejected'])
  await Promise.all([tickTriggers(runtime), tickTriggers(runtime)])
  expect(await Promise.all(ids.map(stateOf))).toEqual(['planned', 'planned'])
  expect((await causes()).map(({ code }) => code)).not.toContain(error.code)
  const groups = await Promise.all(ids.map(async (one) => (await store.effects.get(one))?.attemptGroup))
  expect((await retry(id, error.code)).body).toMatchObject({ id, expected: 2 })
  await tickTriggers(runtime)
  expect(await Promise.all(ids.map(async (one) => (await store.effects.get(one))?.attemptGroup))).toEqual(
    groups,
  )
  expect((await retry(v7(), error.code)).body.code).toBe('batch-refused')
})

test('what is refused once more stands as failed in the batch, with its reason; what was settled meanwhile is left out', async () => {
  await rejectBoth()
  const id = v7()
  await retry(id, error.code)
  const [first = '', second = ''] = ids
  const stopped = await store.effects.get(first)
  if (stopped !== undefined)
    await store.effects.amend({ effect: stopped, change: { state: 'stopped', due: 'never' } })
  await tickTriggers(runtime)
  const again = await store.effects.get(second)
  const held = { ...error, message: 'It is closed for good: choose another date.' }
  if (again !== undefined)
    await store.effects.amend({ effect: again, change: { state: 'rejected', error: held, due: 'never' } })
  await tickTriggers(runtime)
  const { body } = await session('GET', `/batches/${id}/items`)
  const outcomes = (body as unknown as Page<BatchItemView>).rows.map(({ outcome, message }) => [
    outcome,
    message,
  ])
  expect(outcomes.sort()).toEqual([
    ['failed', held.message],
    ['skipped', 'It was settled before it came to its turn.'],
  ])
  expect((await session('GET', `/batches/${id}`)).body.finishedAt).not.toBeNull()
})

test('a document that somebody changed in the ledger is not tried again: each asks which version stands', async () => {
  const [id = ''] = ids
  const effect = await store.effects.get(id)
  const problem = {
    code: 'edited-in-ledger',
    severity: 'error',
    message: 'Changed.',
    cure: 'choose-version',
  } as const
  if (effect !== undefined)
    await store.effects.amend({
      effect,
      change: { state: 'planned', waitingFor: 'person', problems: [problem], due: 'never' },
    })
  const refused = await retry(v7(), 'edited-in-ledger')
  expect([refused.status, refused.body.detail]).toEqual([
    422,
    'Only a person can choose here: open each form and say which version stands.',
  ])
})
