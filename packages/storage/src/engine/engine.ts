import { type Effect, type EnginePort, mostOfOneConnection, type Run } from '@fieldledger/runtime'
import { type Model, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { effectOf } from '../runtime/effect-store.ts'
import { defineJournalModels } from '../runtime/journal-models.ts'
import { runOf } from '../runtime/run-store.ts'
import { defineRuntimeModels, type StoredEffect, type StoredRun } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'
import { due } from './due.ts'
import { heldRuns } from './held-runs.ts'
import { createSweeps } from './sweeps.ts'
import { isTimedOut, updateEach } from './update-each.ts'
import { wakeConnected } from './wake-connected.ts'

/** Whoever crashed this often while it was held is claimed alone, so that the next crash names the culprit. */
const suspectFrom = 2
/** A batch is claimed in milliseconds. */
const longestClaimMs = 1000
/** The chosen are known: without it the server tries its other indexes too, each time. */
const byId = { _id: 1 } as const

interface Claimable {
  _id: string
  attempts: number
  /** Of effects. */
  connectionId?: string
}

/** Claims across companies: due by the server's clock, epoch and attempts rise with the claim. */
export function createEngine(database: Database): EnginePort {
  const models = defineRuntimeModels(database.connection)
  const sweeps = createSweeps({ ...models, ...defineJournalModels(database.connection) })

  return {
    ...sweeps,
    wakeConnected: () => wakeConnected({ ...models, ...defineConnectionModels(database.connection) }),
    async claimRuns(claim) {
      const found = await claimDue<StoredRun>(models.runs, { ...claim, extra: { state: 'active' } })
      return found.map((run): Run => runOf(run))
    },
    async claimEffects(claim) {
      const { held = new Map<string, number>() } = claim
      const full = [...held].flatMap(([id, count]) => (count >= mostOfOneConnection ? [id] : []))
      const extra = full.length === 0 ? {} : { connectionId: trusted({ $nin: full }) }
      const found = await claimDue<StoredEffect>(models.effects, { ...claim, extra, held })
      return found.map((effect): Effect => effectOf(effect))
    },
    async runsWaiting(most) {
      return models.runs
        .countDocuments(due({ state: 'active' }))
        .setOptions(acrossCompanies('how much work waits'))
        .limit(most)
    },
    async release(workerId) {
      const release = { $set: { claimedBy: null }, $inc: { epoch: 1 } }
      await models.runs
        .updateMany(heldRuns(workerId), release)
        .setOptions(acrossCompanies('a stopping worker gives back its runs'))
      await models.effects
        .updateMany({ claimedBy: workerId, state: trusted({ $ne: 'sending' }) }, release)
        .setOptions(acrossCompanies('a stopping worker gives back its effects'))
    },
  }
}

async function claimDue<Row extends Claimable>(
  model: Model<Row>,
  claim: {
    workerId: string
    limit: number
    extra: Record<string, unknown>
    held?: ReadonlyMap<string, number>
  },
): Promise<Row[]> {
  const loose = model as unknown as Model<Claimable>
  const wanted = due(claim.extra)
  const candidates = await loose
    .find(wanted, { attempts: 1, connectionId: 1 })
    .setOptions(acrossCompanies('claim due work'))
    .sort({ dueAt: 1 })
    .limit(claim.limit)
    .lean()
  const chosen = chooseFrom(claim.held === undefined ? candidates : fairly(candidates, claim.held))
  if (chosen.length === 0) return []
  const claimToken = v7()
  const claiming = {
    filter: { ...wanted, _id: trusted({ $in: chosen }) },
    change: {
      $set: { claimedBy: claim.workerId, claimToken },
      $inc: { epoch: 1, attempts: 1 },
      $currentDate: { claimedAt: true },
    },
    across: acrossCompanies('claim due work'),
  }
  try {
    await loose
      .updateMany(claiming.filter, claiming.change)
      .setOptions({ ...claiming.across, maxTimeMS: longestClaimMs, hint: byId })
  } catch (error) {
    // One of them is locked by a transaction that a killed process left open: the others are claimed all the same.
    if (!isTimedOut(error)) throw error
    await updateEach(loose, claiming)
  }
  // What somebody took back since is nobody's, under an epoch that is not this claim's.
  const claimed = await loose
    .find({ _id: trusted({ $in: chosen }), claimToken, claimedBy: claim.workerId })
    .setOptions({ ...acrossCompanies('read what was claimed'), hint: byId })
    .lean()
  return claimed as unknown as Row[]
}

/** The oldest of each connection, as many as it has room for. */
function fairly(candidates: readonly Claimable[], held: ReadonlyMap<string, number>): Claimable[] {
  const counts = new Map(held)
  return candidates.filter(({ connectionId = '' }) => {
    const count = counts.get(connectionId) ?? 0
    counts.set(connectionId, count + 1)
    return count < mostOfOneConnection
  })
}

/** A suspect's turn comes when it has waited longest. */
function chooseFrom(candidates: readonly Claimable[]): string[] {
  const [oldest] = candidates
  if (oldest !== undefined && oldest.attempts >= suspectFrom) return [oldest._id]
  return candidates.filter(({ attempts }) => attempts < suspectFrom).map(({ _id }) => _id)
}
