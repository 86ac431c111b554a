import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'

function stage() {
  const state = { now: 0, waiting: 0, looks: 0, isDown: false }
  const admission = createAdmission({
    most: 100,
    now: () => state.now,
    engine: {
      runsWaiting: async () => {
        state.looks += 1
        if (state.isDown) throw new Unreachable()
        return state.waiting
      },
    },
  })
  const submitMany = async (count: number) => {
    let refused = 0
    for (let submit = 0; submit < count; submit += 1) {
      await admission
        .admit(async () => undefined)
        .catch(() => {
          refused += 1
        })
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

test('what the last look left room for, and no more, is taken until the next one', async () => {
  const { state, submitMany } = stage()
  state.waiting = 40
  expect(await submitMany(60)).toBe(0)
  const roomLeft = 60 - 10
  expect(await submitMany(200)).toBe(200 - roomLeft)
  state.now += 50
  state.waiting = 90
  await submitMany(1)
  expect(await submitMany(200)).toBe(200 - 10)
})

test('long after a flood the little room that it left refuses nobody', async () => {
  const { state, submitMany } = stage()
  state.waiting = 98
  await submitMany(60)
  state.now += 50
  expect(await submitMany(60)).toBeGreaterThan(50)
  state.waiting = 0
  state.now += 3_600_000
  expect(await submitMany(40)).toBe(0)
})

test('a look that fails refuses nobody', async () => {
  const { state, submitMany } = stage()
  state.isDown = true
  for (let second = 0; second < 10; second += 1) {
    expect(await submitMany(90)).toBe(0)
    state.now += 1000
  }
})

/** Submits come for five seconds, are read and saved after a while and run one by one, all in virtual time. */
async function flood(of: { most: number; perSecond: number; ranPerSecond: number; lookMs: number }) {
  const [readMs, saveMs] = [50, 200]
  const answers: { at: number; answer: () => void }[] = []
  const at = { now: 0, waiting: 0, longest: 0, ran: 0, looks: 0 }
  const later = <Value>(ms: number, value: () => Value) =>
    new Promise<Value>((resolve) => {
      answers.push({ at: at.now + ms, answer: () => resolve(value()) })
    })
  const runsWaiting = (most: number) => {
    at.looks += 1
    const counted = Math.min(most, at.waiting)
    return later(of.lookMs, () => counted)
  }
  const admission = createAdmission({ most: of.most, now: () => at.now, engine: { runsWaiting } })
  const save = () => {
    at.waiting += 1
  }
  for (; at.now < 5000; at.now += 1) {
    for (const due of answers.splice(0).filter(({ at: then, answer }) => then > at.now || void answer()))
      answers.push(due)
    await new Promise(setImmediate)
    for (let come = fits(of.perSecond); come > 0; come -= 1) {
      admission.admit(() => later(readMs, () => later(saveMs, save))).catch(() => undefined)
    }
    const run = Math.min(fits(of.ranPerSecond), at.waiting)
    at.waiting -= run
    at.ran += run
    at.longest = Math.max(at.longest, at.waiting)
  }
  return at

  function fits(perSecond: number): number {
    return Math.floor(((at.now + 1) * perSecond) / 1000) - Math.floor((at.now * perSecond) / 1000)
  }
}

test.for([
  { most: 500, perSecond: 2100, ranPerSecond: 700, lookMs: 100 },
  { most: 10_000, perSecond: 20_000, ranPerSecond: 1000, lookMs: 300 },
])(
  'three times overload and more leaves no more than may wait, and the workers without a pause: %o',
  async (of) => {
    const { longest, ran, looks } = await flood(of)
    expect(longest).toBeLessThanOrEqual(of.most)
    expect(ran).toBeGreaterThan(of.ranPerSecond * 4.5)
    expect(looks).toBeLessThan(5 * 20)
  },
)

test('while whoever came first has waited three seconds to be saved, further ones are told to come again', async () => {
  const { state, submitMany, admission } = stage()
  let saved: () => void = () => undefined
  const saving = new Promise<void>((resolve) => {
    saved = resolve
  })
  const waiting = Array.from({ length: 60 }, () => admission.admit(() => saving))
  state.now += 3000
  expect(await submitMany(10)).toBe(0)
  state.now += 1
  expect(await submitMany(10)).toBe(10)
  saved()
  await Promise.all(waiting)
  expect(await submitMany(10)).toBe(0)
})

test('what is never answered keeps nobody out for longer than two minutes', async () => {
  const { state, submitMany, admission } = stage()
  for (let lost = 0; lost < 60; lost += 1) void admission.admit(() => new Promise(() => undefined))
  state.now += 3001
  expect(await submitMany(10)).toBe(10)
  state.now += 120_000
  expect(await submitMany(10)).toBe(0)
})

class Unreachable extends Error {
  readonly code = 'unreachable'
}
