import { EventEmitter } from 'node:events'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import type { Changes } from './changes.ts'
import { followBells } from './follow-bells.ts'
import { hearCommits } from './hear-commits.ts'
import type { News } from './news.ts'
import { createBellRinger } from './ring-bells.ts'

/** A cursor that is well answers each second. */
const silentForMs = 3000

/**
 * Hears what this process commits and rings for the others; hears what they ring. A bell is not part of what it tells of
 * and may be lost with its process, so it only speeds up: whoever listens looks by itself too.
 */
export function createChanges(database: Database): Changes {
  const events = new EventEmitter().setMaxListeners(0)
  const closing = new AbortController()
  const from = v7()
  const ringer = createBellRinger({ database, from })
  let heardAt = Number.NEGATIVE_INFINITY

  const leave = hearCommits(database, (news) => {
    tell(news)
    ringer.ring(news)
  })
  const following = followBells({
    database,
    from,
    signal: closing.signal,
    onBegin: () => events.emit('lost'),
    onBell: tell,
    onAnswer() {
      heardAt = performance.now()
    },
    onEnd() {
      heardAt = Number.NEGATIVE_INFINITY
    },
  })

  function tell({ outbox, records, lost = false }: News): void {
    for (const collection of records) events.emit('record', { collection })
    for (const row of outbox) {
      events.emit('outbox', row)
      for (const { topic, id } of row.hints)
        if (topic === 'submissions' && id !== undefined)
          events.emit('stamp', { companyId: row.companyId, submissionId: id })
    }
    if (lost) events.emit('lost')
  }

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
      leave()
      closing.abort()
      await Promise.all([following, ringer.close()])
    },
  }
}
