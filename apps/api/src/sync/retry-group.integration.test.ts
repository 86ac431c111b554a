import type { AttentionGroup, Page } from '@fieldledger/contract'
import { afterAll, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, hidden } = stage
const { session } = ours.people.bookkeeper
const store = stage.services.runtime.ports.stores.of(ours.scope)
const error = {
  code: 'period-closed',
  message: 'The period is closed: open it in the ledger, then try again.',
  retryable: false,
  cure: 'none' as const,
}

async function stateOf(id: string) {
  return (await store.effects.get(id))?.state
}
async function causes(): Promise<AttentionGroup[]> {
  return ((await session('GET', '/needs-attention')).body as unknown as Page<AttentionGroup>).rows
}

test('whatever one cause holds is tried again at once, and leaves the group', async () => {
  const ids = [ours.records.effects, hidden.effects]
  for (const id of ids) {
    const effect = await store.effects.get(id)
    if (effect !== undefined) await store.effects.amend({ effect, change: { state: 'rejected', error } })
  }
  const group = (await causes()).find(({ code }) => code === error.code)
  expect(group?.entries.map(({ effectId }) => effectId).sort()).toEqual([...ids].sort())
  const { body } = await session('POST', '/needs-attention/retry', { code: error.code })
  expect(body).toEqual({ tried: 2, left: 0 })
  expect(await Promise.all(ids.map(stateOf))).toEqual(['planned', 'planned'])
  expect((await causes()).map(({ code }) => code)).not.toContain(error.code)
  expect((await session('POST', '/needs-attention/retry', { code: error.code })).body).toEqual({
    tried: 0,
    left: 0,
  })
})
