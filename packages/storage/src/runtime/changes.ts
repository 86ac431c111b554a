import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Hint } from '@fieldledger/runtime'
import type { Database } from '../scope/connect-database.ts'

interface Change {
  operationType: string
  ns: { coll: string }
  fullDocument?: { companyId: string; work?: boolean; hints?: Hint[] }
}

/** What was committed by any process, as it is committed. `lost` = look everything up again. */
export interface Changes {
  onStamp(listener: (stamp: { companyId: string; submissionId: string }) => void): () => void
  onOutbox(listener: (row: { companyId: string; work: boolean; hints: Hint[] }) => void): () => void
  /** A record of one of the watched collections was made, changed or removed. */
  onRecord(listener: (change: { collection: string }) => void): () => void
  onLost(listener: () => void): () => void
  /** false = it was silent for too long: what was committed since is not known here. */
  hearing(): boolean
  close(): Promise<void>
}

/** What `onRecord` tells of: read often, changed seldom. */
export const watchedCollections = [
  'users',
  'sessions',
  'companies',
  'memberships',
  'apiKeys',
  'forms',
  'workflows',
  'connections',
  'vendors',
  'materials',
  'customers',
  'projects',
  'costCodes',
  'accounts',
] as const
export type WatchedCollection = (typeof watchedCollections)[number]

/** The stream answers at least each second, be it with nothing. */
const awaitMs = 1000
const silentForMs = 3000

/**
 * Stamps are told by the outbox row of their transaction: one event for all of them. The whole of `ns` is compared: by
 * the server's own explain (MongoDB 6.0) it then compares each entry of its log by name (`$eq`, `$in`), where `ns.coll`
 * alone becomes a regular expression for each collection. Nothing else is asked there, for it is asked of every record
 * that anybody writes: with the kinds of change beside the names it was 11 % of what mongod did under load.
 */
function interesting(db: string, records: readonly WatchedCollection[]) {
  const names = ['outbox', ...records].map((coll) => ({ db, coll }))
  const told = { 'fullDocument.companyId': 1, 'fullDocument.work': 1, 'fullDocument.hints': 1 }
  return [
    { $match: records.length === 0 ? { operationType: 'insert' } : { ns: { $in: names } } },
    { $project: { operationType: 1, ns: 1, ...told } },
  ]
}

/**
 * One change stream for the whole process; it only speeds up: whoever listens looks by itself too. `records`: of which
 * collections `onRecord` tells; whoever keeps no reads needs none.
 */
export function createChanges(
  database: Database,
  { records = watchedCollections }: { records?: readonly WatchedCollection[] } = {},
): Changes {
  const events = new EventEmitter().setMaxListeners(0)
  const closing = new AbortController()
  let heardAt = Number.NEGATIVE_INFINITY
  const following = follow()

  function on<Event>(name: string, listener: (event: Event) => void): () => void {
    events.on(name, listener)
    return () => events.off(name, listener)
  }

  return {
    onStamp: (listener) => on('stamp', listener),
    onOutbox: (listener) => on('outbox', listener),
    onRecord: (listener) => on('record', listener),
    onLost: (listener) => on('lost', listener),
    hearing: () => performance.now() - heardAt < silentForMs,
    async close() {
      closing.abort()
      await following
    },
  }

  async function follow(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await readStream()
      } catch {
        // The stream ended (no primary, lost resume point): a new one starts, listeners look up what they missed.
        await wait(500, undefined, { signal: closing.signal }).catch(() => undefined)
      }
      heardAt = Number.NEGATIVE_INFINITY
      events.emit('lost')
    }
  }

  async function readStream(): Promise<void> {
    const { db } = database.connection
    if (db === undefined) return
    const stream = watch(db)
    const stop = () => void stream.close()
    closing.signal.addEventListener('abort', stop, { once: true })
    try {
      // A dropped database ends the stream without an error: asked again, it answers at once, for ever.
      while (!closing.signal.aborted && !stream.closed) {
        const change = await stream.tryNext()
        heardAt = performance.now()
        if (change !== null) tell(change as unknown as Change)
      }
    } finally {
      closing.signal.removeEventListener('abort', stop)
      await stream.close()
    }
  }

  function watch(db: NonNullable<typeof database.connection.db>) {
    const pipeline = interesting(db.databaseName, records)
    const options = { maxAwaitTimeMS: awaitMs }
    return records.length === 0
      ? db.collection('outbox').watch(pipeline, options)
      : db.watch(pipeline, options)
  }

  function tell({ operationType, ns, fullDocument }: Change): void {
    if (ns.coll !== 'outbox') return void events.emit('record', { collection: ns.coll })
    // A row that is told of is deleted an hour later.
    if (operationType !== 'insert') return
    const { companyId = '', work = false, hints = [] } = fullDocument ?? {}
    events.emit('outbox', { companyId, work, hints })
    for (const { topic, id } of hints)
      if (topic === 'submissions' && id !== undefined) events.emit('stamp', { companyId, submissionId: id })
  }
}
