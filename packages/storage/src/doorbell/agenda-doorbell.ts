import { MongoBackend } from '@agendajs/mongo-backend'
import type { Doorbell } from '@fieldledger/runtime'
import { Agenda } from 'agenda'
import type { Changes } from '../changes/changes.ts'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import type { Database } from '../scope/connect-database.ts'
import { agendaCollection } from './guard-agenda-jobs.ts'

export interface AgendaClock {
  /** Recurring sweeps, by name. */
  sweeps: Readonly<Record<string, { everyMs: number; run: () => Promise<void> | void }>>
  onTick(): void
  onError(error: unknown): void
}

export interface AgendaDoorbell extends Doorbell {
  /** Workers only: takes ticks and runs the sweeps. */
  start(clock: AgendaClock): Promise<void>
  stop(): Promise<void>
}

/**
 * Agenda as doorbell and clock, never the record (DESIGN §4): its documents hold no business data, a tick carries no id,
 * and a tick that runs 0, 1 or 100 times changes nothing. At most one tick of this process is on its way to Agenda.
 */
export function createAgendaDoorbell(parts: { database: Database; changes: Changes }): AgendaDoorbell {
  const { database, changes } = parts
  let agenda: Agenda | undefined
  let outstanding = false
  let clock: AgendaClock | undefined
  let leave: () => void = () => undefined

  return {
    ring() {
      // A worker hears itself at once; others hear the outbox, and Agenda should both be deaf.
      clock?.onTick()
      if (outstanding || agenda === undefined) return
      outstanding = true
      agenda
        .now('tick', {})
        .catch((error: unknown) => clock?.onError(error))
        .finally(() => {
          outstanding = false
        })
    },
    async start(given) {
      clock = given
      leave = changes.onOutbox(({ work }) => {
        if (work) given.onTick()
      })
      agenda = connectAgenda(database, given)
      agenda.define('tick', async () => given.onTick())
      // A worker killed inside a sweep leaves its lock; sweeps may run twice, so a short one is no risk.
      for (const [name, { everyMs, run }] of Object.entries(given.sweeps))
        agenda.define(name, async () => run(), { lockLifetime: everyMs + 3000 })
      await agenda.start()
      for (const [name, { everyMs }] of Object.entries(given.sweeps))
        await startClock(agenda, { name, everyMs })
    },
    async stop() {
      leave()
      const stopping = agenda
      agenda = undefined
      await stopping?.stop()
    },
  }
}

/** Settings against the findings of docs/decisions on Agenda: no lock limit, a short lock, nothing kept. */
function connectAgenda({ connection }: Database, { onError }: AgendaClock): Agenda {
  const { db } = connection
  if (db === undefined) throw new NotConnected()
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db as never, collection: agendaCollection }),
    processEvery: 1000,
    defaultLockLifetime: 30_000,
    maxConcurrency: 10,
    removeOnComplete: true,
  })
  agenda.on('error', onError)
  agenda.on('fail', (error: unknown) => onError(error))
  return agenda
}

async function startClock(
  agenda: Agenda,
  { name, everyMs }: { name: string; everyMs: number },
): Promise<void> {
  try {
    await agenda.every(everyMs, name, {})
  } catch (error) {
    // Another worker made the same clock at the same moment: one is enough.
    if (!isDuplicateKey(error)) throw error
  }
}

class NotConnected extends Error {
  readonly code = 'not-connected'
  readonly retryable = true

  constructor() {
    super('The database is not connected yet: connect before starting the doorbell.')
    this.name = 'NotConnected'
  }
}
