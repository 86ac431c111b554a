import { hostname } from 'node:os'
import type { EnginePort } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import type { JournalModels } from '../runtime/journal-models.ts'
import type { RuntimeModels } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import { heldRuns } from './held-runs.ts'
import { updateEach } from './update-each.ts'

/** A worker that was silent for longer is dead (DESIGN §4 "Two leases"). */
const deadAfterMs = 4000

/** Heartbeats, and what is done about those that stopped. */
export function createSweeps(
  models: RuntimeModels & Pick<JournalModels, 'rateBudgets'>,
): Pick<EnginePort, 'beat' | 'sweepDeadWorkers' | 'giveBack' | 'nextDue'> {
  return {
    async beat(workerId, { claimed } = { claimed: false }) {
      const beaten = await models.workers.updateOne(
        { _id: workerId },
        // Which process of which machine it is: for whoever looks after the servers.
        {
          $currentDate: { beatAt: true, ...(claimed ? { claimPassAt: true } : {}) },
          $setOnInsert: { pid: process.pid, host: hostname() },
        },
        { upsert: true },
      )
      return beaten.upsertedCount === 0
    },
    async sweepDeadWorkers() {
      const dead = await models.workers
        .find({ $expr: trusted({ $lt: ['$beatAt', { $subtract: ['$$NOW', deadAfterMs] }] }) })
        .lean()
      const swept = { runs: 0, effects: 0 }
      for (const { _id: workerId, beatAt } of dead) {
        const freed = await freeWork(models, { claimedBy: workerId })
        swept.runs += freed.runs
        swept.effects += freed.effects
        // Its requests ended with it: the ledger takes others in their place.
        await models.rateBudgets.updateMany(
          { 'slots.worker': workerId },
          { $pull: { slots: { worker: workerId } } },
        )
        // What a transaction left open still locks is freed by a later sweep; one that beats again keeps its row.
        if (freed.whole) await models.workers.deleteOne({ _id: workerId, beatAt })
      }
      const holders = await unknownHolders(models)
      // No index answers "in none": every run that waits would be read.
      if (holders.length === 0) return swept
      const unknown = await freeWork(models, { claimedBy: { $in: holders } })
      return { runs: swept.runs + unknown.runs, effects: swept.effects + unknown.effects }
    },
    async giveBack({ workerId, except }) {
      await freeWork(models, { claimedBy: workerId, except })
    },
    async nextDue() {
      const waits: number[] = []
      for (const [model, only] of [
        [models.runs, { state: 'active' }],
        [models.effects, {}],
      ] as const) {
        // By the server's clock, as the claims: a process whose own clock is ahead would never pause.
        const [next] = await (model as typeof models.runs)
          .find(
            { ...only, claimedBy: null, dueAt: trusted({ $type: 'date' }) },
            { wait: { $subtract: ['$dueAt', '$$NOW'] } },
          )
          .setOptions(acrossCompanies('when is the next work due'))
          .sort({ dueAt: 1 })
          .limit(1)
          .lean<{ wait: number }[]>()
        if (next !== undefined) waits.push(Math.max(0, next.wait))
      }
      return waits.length === 0 ? undefined : Math.min(...waits)
    },
  }
}

interface Held {
  claimedBy: string | { $in: string[] }
  /** Ids of what is being worked on. */
  except?: { runs: readonly string[]; effects: readonly string[] }
}

// The epoch rises with each, so that a worker that was only asleep can no longer write.
async function freeWork(
  models: RuntimeModels,
  { claimedBy, except = { runs: [], effects: [] } }: Held,
): Promise<{ runs: number; effects: number; whole: boolean }> {
  const across = acrossCompanies('free what a dead worker held')
  const holder = typeof claimedBy === 'string' ? claimedBy : trusted(claimedBy)
  const others = (ids: readonly string[]) => (ids.length === 0 ? {} : { _id: trusted({ $nin: [...ids] }) })
  const free = { $set: { claimedBy: null }, $inc: { epoch: 1 }, $currentDate: { dueAt: true } }
  const heldOnes = { ...heldRuns(claimedBy), ...others(except.runs) }
  const runs = await updateEach(models.runs, { filter: heldOnes, change: free, across })
  const effects = { claimedBy: holder, ...others(except.effects) }
  const unknown = await updateEach(models.effects, {
    filter: { ...effects, state: 'sending' },
    change: {
      $set: { claimedBy: null, state: 'unknown' },
      $inc: { epoch: 1 },
      $currentDate: { dueAt: true, updatedAt: true },
    },
    across,
  })
  const unsent = await updateEach(models.effects, {
    filter: { ...effects, state: trusted({ $ne: 'sending' }) },
    change: free,
    across,
  })
  return {
    runs: runs.changed,
    effects: unknown.changed + unsent.changed,
    whole: runs.whole && unknown.whole && unsent.whole,
  }
}

// A worker that slept through its own burial may claim once more, and die before its next beat.
async function unknownHolders(models: RuntimeModels): Promise<string[]> {
  const across = acrossCompanies('who holds work without a heartbeat')
  const held: Record<string, unknown> = { claimedBy: trusted({ $type: 'string' }) }
  const [runs, effects] = await Promise.all([
    models.runs
      .find(heldRuns({ $type: 'string' }), { claimedBy: 1 })
      .setOptions(across)
      .lean(),
    models.effects.find(held, { claimedBy: 1 }).setOptions(across).lean(),
  ])
  const holders = new Set([...runs, ...effects].map(({ claimedBy }) => claimedBy ?? ''))
  if (holders.size === 0) return []
  const known = await models.workers.find({ _id: trusted({ $in: [...holders] }) }).lean()
  for (const { _id } of known) holders.delete(_id)
  return [...holders]
}
