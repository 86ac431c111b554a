import { mostOfOneConnection } from '@fieldledger/runtime'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { createEngine } from './engine.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

async function insertDue(connectionId: string, { count, ageMs }: { count: number; ageMs: number }) {
  const { effects } = defineRuntimeModels(fresh.database.connection)
  const rows = Array.from({ length: count }, () => ({
    _id: v7(),
    companyId: 'company',
    connectionId,
    idempotencyKey: v7(),
    effectKey: v7(),
    attempts: 0,
    epoch: 0,
    claimedBy: null,
    dueAt: new Date(Date.now() - ageMs),
  }))
  await insertRows(effects, rows as never[])
}

test('a long queue before one ledger leaves room for the others, whose work is younger', async () => {
  const engine = createEngine(fresh.database)
  const [busy, quiet] = [v7(), v7()]
  await insertDue(busy, { count: 60, ageMs: 60_000 })
  await insertDue(quiet, { count: 2, ageMs: 1000 })
  const claim = async (held: ReadonlyMap<string, number>) =>
    (await engine.claimEffects({ workerId: 'worker', limit: 20, held })).map(
      ({ connectionId }) => connectionId,
    )
  expect(await claim(new Map())).toEqual(Array(mostOfOneConnection).fill(busy))
  expect(await claim(new Map([[busy, mostOfOneConnection]]))).toEqual([quiet, quiet])
  expect(await claim(new Map([[busy, 2]]))).toHaveLength(mostOfOneConnection - 2)
})

test('what is taken back in the moment of its claim is held by nobody, so no claim reads it any more', async () => {
  const engine = createEngine(fresh.database)
  const { effects } = defineRuntimeModels(fresh.database.connection)
  const workerId = v7()
  const mine = { companyId: 'company', claimedBy: workerId }
  let claiming = true
  // As a revision does it, at every moment of the claims.
  const takeBack = async () => {
    while (claiming)
      await effects.updateMany(mine, {
        $set: { claimedBy: null, dueAt: null, waitingFor: 'revision' },
        $inc: { epoch: 1 },
      })
  }
  const claim = async () => {
    for (let round = 0; round < 40; round += 1) {
      await insertDue(v7(), { count: 1, ageMs: 1000 })
      const claimed = await engine.claimEffects({ workerId, limit: 1, held: new Map() })
      expect(claimed.filter(({ epoch, waitingFor }) => epoch > 1 || waitingFor === 'revision')).toEqual([])
    }
  }
  const takingBack = takeBack()
  await claim().finally(() => {
    claiming = false
  })
  await takingBack
})
