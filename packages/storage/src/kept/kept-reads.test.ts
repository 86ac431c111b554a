import { afterEach, expect, test, vi } from 'vitest'
import { createKeptReads } from './kept-reads.ts'

function stage() {
  const told: { record: (change: { collection: string }) => void; lost: () => void } = {
    record: () => undefined,
    lost: () => undefined,
  }
  const state = { hearing: true, value: 1, reads: 0 }
  const kept = createKeptReads<number>({
    changes: {
      hearing: () => state.hearing,
      onLost: (listener) => {
        told.lost = listener
        return () => undefined
      },
      onRecord: (listener) => {
        told.record = listener
        return () => undefined
      },
    },
    collections: ['memberships'],
    most: 10,
  })
  const read = () =>
    kept.get('one', async () => {
      state.reads += 1
      return state.value
    })
  return { kept, read, state, told }
}

afterEach(() => vi.useRealTimers())

test('an answer is kept for five seconds at most: whoever changed it may have died before it told', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { read, state } = stage()
  await read()
  state.value = 2
  vi.advanceTimersByTime(4999)
  expect(await read()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(await read()).toBe(2)
})

test('an answer is kept until a change is heard of', async () => {
  const { read, state, told } = stage()
  expect([await read(), await read()]).toEqual([1, 1])
  expect(state.reads).toBe(1)
  state.value = 2
  told.record({ collection: 'vendors' })
  expect(await read()).toBe(1)
  told.record({ collection: 'memberships' })
  expect(await read()).toBe(2)
})

test('nothing is kept while nothing is heard of other processes, nor over a gap in it', async () => {
  const { read, state, told } = stage()
  await read()
  state.value = 2
  state.hearing = false
  expect(await read()).toBe(2)
  state.hearing = true
  told.lost()
  expect(await read()).toBe(2)
})

test('a read that began before a change is not kept after it', async () => {
  const { kept } = stage()
  let finish: (value: number) => void = () => undefined
  const slow = kept.get('one', () => new Promise<number>((resolve) => (finish = resolve)))
  kept.forget()
  finish(1)
  expect(await slow).toBe(1)
  expect(await kept.get('one', async () => 2)).toBe(2)
})
