import type { EnginePort } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import type { RuntimeModels } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import { updateEach } from './update-each.ts'

/** A worker that was silent for longer is dead (DESIGN §4 "Two leases"). */
const deadAfterMs = 4000

/** Heartbeats, and what is done about those that stopped. */
export function createSweeps(
  models: RuntimeModels,
): Pick<EnginePort, 'beat' | 'sweepDeadWorkers' | 'nextDue'> {
  return {
    async beat(workerId) {
      const beaten = await models.workers.updateOne(
        { _id: workerId },
        { $currentDate: { beatAt: true } },
        { upsert: true },
      )
      return beaten.upsertedCount === 0
    },
    async sweepDeadWorkers() {
      const dead = await models.workers
        .find({ $expr: trusted({ $lt: ['$beatAt', { $subtract: ['$$NOW', deadAfterMs] }] }) })
        .lean()
      const swept = { runs: 0, effects: 0 }
      for (const { _id: workerId } of dead) {
        const freed = await freeWorkOf(models, workerId)
        swept.runs += freed.runs
        swept.effects += freed.effects
        // What a transaction left open still locks is freed by a later sweep.
        if (freed.whole) await models.workers.deleteOne({ _id: workerId })
      }
      return swept
    },
    async nextDue() {
      const waits: number[] = []
      for (const [model, only] of [
        [models.runs, { state: 'active' }],
        [models.effects, {}],
      ] as const) {
        const [next] = await (model as typeof models.runs)
          .find({ ...only, claimedBy: null, dueAt: trusted({ $type: 'date' }) }, { dueAt: 1 })
          .setOptions(acrossCompanies('when is the next work due'))
          .sort({ dueAt: 1 })
          .limit(1)
          .lean()
        if (next?.dueAt) waits.push(Math.max(0, next.dueAt.getTime() - Date.now()))
      }
      return waits.length === 0 ? undefined : Math.min(...waits)
    },
  }
}

// The epoch rises with each, so that a worker that was only asleep can no longer write.
async function freeWorkOf(
  models: RuntimeModels,
  workerId: string,
): Promise<{ runs: number; effects: number; whole: boolean }> {
  const across = acrossCompanies('free what a dead worker held')
  const free = { $set: { claimedBy: null }, $inc: { epoch: 1 }, $currentDate: { dueAt: true } }
  const runs = await updateEach(models.runs, { filter: { claimedBy: workerId }, change: free, across })
  const unknown = await updateEach(models.effects, {
    filter: { claimedBy: workerId, state: 'sending' },
    change: {
      $set: { claimedBy: null, state: 'unknown' },
      $inc: { epoch: 1 },
      $currentDate: { dueAt: true, updatedAt: true },
    },
    across,
  })
  const others = await updateEach(models.effects, {
    filter: { claimedBy: workerId, state: trusted({ $ne: 'sending' }) },
    change: free,
    across,
  })
  return {
    runs: runs.changed,
    effects: unknown.changed + others.changed,
    whole: runs.whole && unknown.whole && others.whole,
  }
}
