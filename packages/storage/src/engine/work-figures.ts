import { type Model, trusted } from 'mongoose'
import { agendaCollection } from '../doorbell/guard-agenda-jobs.ts'
import { defineRuntimeModels, type StoredRun } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'
import { heldRuns } from './held-runs.ts'
import { createTriggerWatch } from './trigger-watch.ts'

export type WorkKind = 'runs' | 'effects'
export type WatchedKind = WorkKind | 'messages' | 'schedules' | 'batches'

/** Figures of the whole installation; none of a company. */
export interface WorkFigures {
  states: Record<WorkKind, Record<string, number>>
  claimed: Record<WorkKind, number>
  oldestDueMs: Record<WatchedKind, number>
  outbox: number
  workers: number
  agendaLocks: number
}

export interface WorkWatch {
  /** Has a living worker proven within that time, by the server's clock, that it can claim? */
  someoneClaims(withinMs: number): Promise<boolean>
  /**
   * How long the oldest due work has waited to be taken up, by the server's clock, and how long the oldest batch is under
   * way; and whether anybody could do it.
   */
  oldestDue(): Promise<{ ms: Record<WatchedKind, number>; workers: number }>
  /** Reads one index whole for each kind: not for every second. */
  figures(): Promise<WorkFigures>
}

/** Older heartbeats are of dead workers; see the sweeps. */
const aliveForMs = 4000

export function createWorkWatch(database: Database): WorkWatch {
  const { runs, effects, outbox, workers } = defineRuntimeModels(database.connection)
  // Both are read by the same few fields.
  const models = { runs, effects: effects as unknown as Model<StoredRun> }
  const triggers = createTriggerWatch(database)

  async function latest(kind: WorkKind): Promise<number> {
    const only: Record<string, unknown> = kind === 'runs' ? { state: 'active' } : {}
    const [oldest] = await models[kind]
      .find(
        { ...only, claimedBy: null, dueAt: trusted({ $type: 'date' }) },
        { late: { $subtract: ['$$NOW', '$dueAt'] } },
      )
      .setOptions(acrossCompanies('how late is the oldest due work'))
      .sort({ dueAt: 1 })
      .limit(1)
      .lean<{ late: number }[]>()
    return Math.max(0, oldest?.late ?? 0)
  }

  async function states(kind: WorkKind): Promise<Record<string, number>> {
    const hint =
      kind === 'runs'
        ? { companyId: 1, state: 1, startedAt: -1, _id: -1 }
        : { companyId: 1, state: 1, updatedAt: -1 }
    const counted = await models[kind]
      .aggregate<{ _id: string; count: number }>([{ $group: { _id: '$state', count: { $sum: 1 } } }])
      .option({ ...acrossCompanies('count work by its state'), hint: hint as Record<string, 1 | -1> })
    return Object.fromEntries(counted.map(({ _id, count }) => [_id, count]))
  }

  const claimed = (kind: WorkKind) =>
    models[kind]
      .countDocuments(
        kind === 'runs' ? heldRuns({ $type: 'string' }) : { claimedBy: trusted({ $type: 'string' }) },
      )
      .setOptions(acrossCompanies('count what workers hold'))

  const since = (moment: '$beatAt' | '$claimPassAt', ms: number) => ({
    $gt: [moment, { $subtract: ['$$NOW', ms] }],
  })
  const alive = () => workers.countDocuments({ $expr: trusted(since('$beatAt', aliveForMs)) })

  async function oldestDue() {
    const [ofRuns, ofEffects, ofTriggers, living] = await Promise.all([
      latest('runs'),
      latest('effects'),
      triggers(),
      alive(),
    ])
    return { ms: { runs: ofRuns, effects: ofEffects, ...ofTriggers }, workers: living }
  }

  return {
    oldestDue,
    async someoneClaims(withinMs) {
      const proven = { $and: [since('$beatAt', withinMs), since('$claimPassAt', withinMs)] }
      return (await workers.exists({ $expr: trusted(proven) })) !== null
    },
    async figures() {
      const jobs = database.connection.collection(agendaCollection)
      const [due, runStates, effectStates, heldRuns, heldEffects, rows, agendaLocks] = await Promise.all([
        oldestDue(),
        states('runs'),
        states('effects'),
        claimed('runs'),
        claimed('effects'),
        outbox.estimatedDocumentCount(),
        jobs.countDocuments({ lockedAt: { $type: 'date' } }),
      ])
      return {
        states: { runs: runStates, effects: effectStates },
        claimed: { runs: heldRuns, effects: heldEffects },
        oldestDueMs: due.ms,
        workers: due.workers,
        outbox: rows,
        agendaLocks,
      }
    },
  }
}
