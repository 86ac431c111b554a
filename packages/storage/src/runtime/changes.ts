import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Hint } from '@fieldledger/runtime'
import type { Database } from '../scope/connect-database.ts'

interface Inserted {
  ns: { coll: string }
  fullDocument: { companyId: string; submissionId?: string; work?: boolean; hints?: Hint[] }
}

/** What was committed by any process, as it is committed. `lost` = look everything up again. */
export interface Changes {
  onStamp(listener: (stamp: { companyId: string; submissionId: string }) => void): () => void
  onOutbox(listener: (row: { companyId: string; work: boolean; hints: Hint[] }) => void): () => void
  onLost(listener: () => void): () => void
  close(): Promise<void>
}

/** One change stream on inserts for the whole process; it only speeds up: whoever listens looks by itself too. */
export function createChanges(database: Database): Changes {
  const events = new EventEmitter().setMaxListeners(0)
  const closing = new AbortController()
  const following = follow()

  function on<Event>(name: string, listener: (event: Event) => void): () => void {
    events.on(name, listener)
    return () => events.off(name, listener)
  }

  return {
    onStamp: (listener) => on('stamp', listener),
    onOutbox: (listener) => on('outbox', listener),
    onLost: (listener) => on('lost', listener),
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
      events.emit('lost')
    }
  }

  async function readStream(): Promise<void> {
    const { db } = database.connection
    if (db === undefined) return
    const stream = db.watch(
      [{ $match: { operationType: 'insert', 'ns.coll': { $in: ['timeline', 'outbox'] } } }],
      { maxAwaitTimeMS: 1000 },
    )
    const stop = () => void stream.close()
    closing.signal.addEventListener('abort', stop, { once: true })
    try {
      for await (const change of stream) tell(change as unknown as Inserted)
    } finally {
      closing.signal.removeEventListener('abort', stop)
      await stream.close()
    }
  }

  function tell({ ns, fullDocument }: Inserted): void {
    const { companyId, submissionId, work = false, hints = [] } = fullDocument
    if (ns.coll === 'timeline') events.emit('stamp', { companyId, submissionId: submissionId ?? '' })
    else events.emit('outbox', { companyId, work, hints })
  }
}
