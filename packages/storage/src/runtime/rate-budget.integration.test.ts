import { RateLimited, type RateSlot } from '@fieldledger/accounting'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEngine } from '../engine/engine.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { defineJournalModels } from './journal-models.ts'
import { createRateBudget, type RateBudgetOptions } from './rate-budget.ts'
import { defineRuntimeModels } from './runtime-models.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

const limits = { perSecond: 4, perMinute: 100, concurrent: 5 }
const busy = { perSecond: 1000, perMinute: 10_000, concurrent: 3 }

/** As two workers would: each has a budget of its own on the one database. */
function workers(options: RateBudgetOptions = {}) {
  const make = () => createRateBudget(fresh.database, options)
  return { one: make(), other: make(), ledger: v7() }
}

test('two workers share one budget, and a closed one says when to come back', async () => {
  const { one, other, ledger } = workers()
  const ask = async (turn: number) => {
    const slot = await (turn % 2 ? one : other).take(ledger, limits)
    await slot.release()
  }
  const began = performance.now()
  await Promise.all([1, 2, 3, 4, 5, 6].map(ask))
  await Promise.all([1, 2, 3, 4].map(ask))
  expect(performance.now() - began).toBeGreaterThan(900)
  await one.close(ledger, 60_000)
  await expect(other.take(ledger, limits)).rejects.toThrow(RateLimited)
})

test('a minute is any sixty seconds, not the clock’s: what was taken before its turn counts after it', async () => {
  const { one, ledger } = workers({ longestWaitMs: 0 })
  const { rateBudgets } = defineJournalModels(fresh.database.connection)
  const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000)
  const perMinute = { perSecond: 4, perMinute: 10, concurrent: 5 }
  const takenAt = (seconds: readonly number[]) =>
    rateBudgets.updateOne({ _id: ledger }, { $set: { takenAt: seconds.map(secondsAgo) } }, { upsert: true })
  await takenAt([...Array(9).fill(60), 59])
  const refused = await one.take(ledger, perMinute).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(RateLimited)
  expect(refused).toMatchObject({ detail: { retryAfterMs: expect.any(Number) } })
  await takenAt([...Array(9).fill(63), 59])
  await expect(one.take(ledger, perMinute)).resolves.toBeDefined()
})

test('a second is any second, not the clock’s: where eight are allowed, no second sees more, whichever worker sends them', async () => {
  const { one, other, ledger } = workers()
  const perSecond = { perSecond: 8, perMinute: 1000, concurrent: 50 }
  const went: number[] = []
  const request = async (turn: number) => {
    const slot = await (turn % 2 ? one : other).take(ledger, perSecond)
    went.push(performance.now())
    await slot.release()
  }
  await Promise.all(Array.from({ length: 20 }, (_, turn) => request(turn)))
  went.sort((before, after) => before - after)
  const inTheSecondOf = (first: number) => went.filter((at) => at >= first && at < first + 1000).length
  expect(Math.max(...went.map(inTheSecondOf))).toBeLessThanOrEqual(8)
})

test('no more requests are under way at a time than the ledger allows, whichever worker sends them', async () => {
  const { one, other, ledger } = workers()
  const underWay = { now: 0, most: 0 }
  let meet: () => void = () => undefined
  const allHaveMet = new Promise<void>((resolve) => {
    meet = resolve
  })
  const request = async (turn: number) => {
    const slot = await (turn % 2 ? one : other).take(ledger, busy)
    underWay.now += 1
    underWay.most = Math.max(underWay.most, underWay.now)
    if (underWay.now === busy.concurrent) meet()
    // Whoever comes first waits for as many as may be under way.
    await allHaveMet
    await new Promise((resolve) => setImmediate(resolve))
    underWay.now -= 1
    await slot.release()
  }
  await Promise.all(Array.from({ length: 24 }, (_, turn) => request(turn)))
  expect(underWay.most).toBe(busy.concurrent)
})

test('a full ledger lets the next one wait for a slot, and tells whoever would wait too long', async () => {
  const { one, other, ledger } = workers({ longestWaitMs: 300 })
  const held: RateSlot[] = []
  for (let slot = 0; slot < 3; slot += 1) held.push(await one.take(ledger, busy))
  await expect(other.take(ledger, busy)).rejects.toThrow(RateLimited)
  const waiting = other.take(ledger, busy)
  await held[0]?.release()
  await expect(waiting).resolves.toBeDefined()
})

test('a worker that is found dead frees its slots at once, and nobody else’s', async () => {
  const { rateBudgets, workers: rows } = {
    ...defineJournalModels(fresh.database.connection),
    ...defineRuntimeModels(fresh.database.connection),
  }
  const [dead, alive, ledger] = [v7(), v7(), v7()]
  const engine = createEngine(fresh.database)
  for (const worker of [dead, alive]) await engine.beat(worker)
  const take = (worker?: string) =>
    createRateBudget(fresh.database, {
      longestWaitMs: 200,
      ...(worker === undefined ? {} : { worker }),
    }).take(ledger, busy)
  await Promise.all([take(dead), take(alive), take()])
  await engine.sweepDeadWorkers()
  await expect(take(alive)).rejects.toThrow(RateLimited)
  await rows.updateOne({ _id: dead }, { $set: { beatAt: new Date(Date.now() - 5000) } })
  await engine.sweepDeadWorkers()
  await expect(take(alive)).resolves.toBeDefined()
  const budget = await rateBudgets.findById(ledger).lean()
  expect(budget?.slots?.map(({ worker }) => worker).sort()).toEqual([alive, alive, undefined])
})

test('a process that died with its slots frees them when their lease ends', async () => {
  const { one, other, ledger } = workers({ slotLeaseMs: 400 })
  for (let slot = 0; slot < 3; slot += 1) await one.take(ledger, busy)
  const began = performance.now()
  await expect(other.take(ledger, busy)).resolves.toBeDefined()
  expect(performance.now() - began).toBeGreaterThan(200)
})
