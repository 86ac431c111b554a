import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'

function stage() {
  const state = { now: 0, waiting: 0, looks: 0 }
  const admission = createAdmission({
    most: 100,
    now: () => state.now,
    engine: {
      runsWaiting: async () => {
        state.looks += 1
        return state.waiting
      },
    },
  })
  const submitMany = async (count: number) => {
    let refused = 0
    for (let submit = 0; submit < count; submit += 1) {
      try {
        admission.admit()
      } catch {
        refused += 1
      }
      await Promise.resolve()
    }
    return refused
  }
  return { state, submitMany, admission }
}

test('a few submits ask nothing of the database', async () => {
  const { state, submitMany } = stage()
  expect(await submitMany(40)).toBe(0)
  expect(state.looks).toBe(0)
})

test('a flood is refused once too much waits, and taken again when that is done', async () => {
  const { state, submitMany } = stage()
  state.waiting = 100
  expect(await submitMany(60)).toBeLessThan(10)
  expect(await submitMany(60)).toBe(60)
  state.waiting = 10
  state.now += 1000
  expect(await submitMany(1)).toBe(1)
  expect(await submitMany(20)).toBe(0)
})

test('while whoever came first has waited three seconds to be saved, further ones are told to come again', async () => {
  const { state, submitMany, admission } = stage()
  let saved: () => void = () => undefined
  const saving = new Promise<void>((resolve) => {
    saved = resolve
  })
  const waiting = Array.from({ length: 60 }, () => admission.during(() => saving))
  state.now += 3000
  expect(await submitMany(10)).toBe(0)
  state.now += 1
  expect(await submitMany(10)).toBe(10)
  saved()
  await Promise.all(waiting)
  expect(await submitMany(10)).toBe(0)
})
