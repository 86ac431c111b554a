import { expect, test } from 'vitest'
import { createUnderWay } from './under-way.ts'

const minute = 60_000
const never = new Promise<void>(() => undefined)

function atWork() {
  const clock = { now: 0 }
  const told: unknown[] = []
  const underWay = createUnderWay({
    monotonic: () => clock.now,
    onDone: () => told.push('done'),
    onError: (error, at) => told.push([(error as { code?: string }).code, at]),
  })
  const take = (id: string, doing: Promise<void>) =>
    underWay.take({ id, at: { effect: id }, doing, onEnd: () => told.push(`${id} ended`) })
  return { clock, told, underWay, take }
}

test('what waits for an answer that never comes is let go of after half an hour, and told', () => {
  const { clock, told, underWay, take } = atWork()
  take('stuck', never)
  clock.now = 20 * minute
  take('young', never)
  underWay.letGoOfStuck()
  expect(underWay.ids()).toEqual(['stuck', 'young'])
  clock.now = 30 * minute
  underWay.letGoOfStuck()
  expect(underWay.ids()).toEqual(['young'])
  expect(told).toEqual([['work-stuck', { effect: 'stuck' }], 'stuck ended'])
})

test('work that was let go of ends once, and does not end the same work that was claimed anew', async () => {
  const { clock, told, underWay, take } = atWork()
  let answer = (): void => undefined
  take(
    'late',
    new Promise((resolve) => {
      answer = resolve
    }),
  )
  clock.now = 30 * minute
  underWay.letGoOfStuck()
  take('late', never)
  told.length = 0
  answer()
  await new Promise(setImmediate)
  expect(told).toEqual(['done'])
  expect(underWay.ids()).toEqual(['late'])
})

test('whoever works on what others freed and this worker claimed anew still ends', async () => {
  const { told, underWay, take } = atWork()
  let answer = (): void => undefined
  take(
    'slow',
    new Promise((resolve) => {
      answer = resolve
    }),
  )
  take('slow', never)
  answer()
  await new Promise(setImmediate)
  expect(told).toEqual(['slow ended', 'done'])
  expect(underWay.size).toBe(1)
})

test('stuck work is let go of although others freed it and this worker claimed it anew', () => {
  const { clock, told, underWay, take } = atWork()
  take('stuck', never)
  clock.now = 20 * minute
  take('stuck', never)
  clock.now = 30 * minute
  underWay.letGoOfStuck()
  expect(told).toEqual([['work-stuck', { effect: 'stuck' }], 'stuck ended'])
  expect(underWay.ids()).toEqual(['stuck'])
})
