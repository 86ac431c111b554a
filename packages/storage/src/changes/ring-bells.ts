import { setTimeout as wait } from 'node:timers/promises'
import { answeredWithin } from '../scope/answered-within.ts'
import type { Database } from '../scope/connect-database.ts'
import { bellsOf, makeBells, writtenNow } from './bells.ts'
import { GatheredNews } from './gathered-news.ts'
import type { News } from './news.ts'

const againAfterMs = 500
const longestRingMs = 10_000
/** The next bell waits so long for each hint that the last one told, and so long at most: what comes meanwhile is told together. */
const gatherMsEach = 0.4
const longestGatherMs = 25

export interface BellRinger {
  /** Waited for by nobody. */
  ring(news: News): void
  /** Rings what is left, if the database is there. */
  close(): Promise<void>
}

/** Tells other processes of this one's commits: one bell at a time, whatever comes meanwhile by the next. */
export function createBellRinger({ database, from }: { database: Database; from: string }): BellRinger {
  const gathered = new GatheredNews()
  const closing = new AbortController()
  let ringing: Promise<void> | undefined
  let made = false

  async function ringAll(): Promise<void> {
    for (let news = gathered.take(); news !== undefined; news = gathered.take()) {
      const rung = await ringOnce(news)
      if (!rung && closing.signal.aborted) return
      if (!rung) gathered.add(news)
      await pause(rung ? Math.min(longestGatherMs, hintsIn(news) * gatherMsEach) : againAfterMs)
    }
  }

  async function ringOnce(news: News): Promise<boolean> {
    try {
      if (!made) await answeredWithin(longestRingMs, makeBells(database))
      made = true
      await answeredWithin(longestRingMs, bellsOf(database).insertOne({ ...news, from, at: writtenNow() }))
      return true
    } catch {
      made = false
      return false
    }
  }

  async function pause(ms: number): Promise<void> {
    if (ms > 0) await wait(ms, undefined, { signal: closing.signal }).catch(() => undefined)
  }

  return {
    ring(news) {
      gathered.add(news)
      ringing ??= ringAll().finally(() => {
        ringing = undefined
      })
    },
    async close() {
      closing.abort()
      await ringing
    },
  }
}

function hintsIn({ outbox }: News): number {
  return outbox.reduce((sum, { hints }) => sum + hints.length, 0)
}
