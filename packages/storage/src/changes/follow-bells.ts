import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { ObjectId } from 'mongodb'
import { NotConnected } from '../files/not-connected.ts'
import { answeredWithin } from '../scope/answered-within.ts'
import type { Database } from '../scope/connect-database.ts'
import { type Bell, bellsOf, makeBells, writtenNow } from './bells.ts'

/** The cursor answers at least each second, be it with nothing. */
const awaitMs = 1000
const againAfterMs = 500
const longestAnswerMs = 10_000

interface Follower {
  database: Database
  /** Whose own bells are left out, by the database already. */
  from: string
  signal: AbortSignal
  /** From here on every bell is heard: what was committed before is to be looked up. */
  onBegin(): void
  onBell(bell: Bell): void
  /** The database answered: nothing that was rung before is unheard. */
  onAnswer(): void
  /** What is rung now is not heard. */
  onEnd(): void
}

/** Hears what other processes ring, until the signal aborts. */
export async function followBells(follower: Follower): Promise<void> {
  const { signal, onEnd } = follower
  const aborted = once(signal, 'abort')
  while (!signal.aborted) {
    // It ends with its primary, and when its place was overwritten, dropped or made anew.
    // A database that is asked to forget a cursor lets it wait to its end.
    await Promise.race([follow(follower).catch(() => undefined), aborted])
    onEnd()
    await wait(againAfterMs, undefined, { signal }).catch(() => undefined)
  }
}

async function follow(follower: Follower): Promise<void> {
  const { onBegin, onBell, onAnswer } = follower
  const { cursor, mark } = await answeredWithin(longestAnswerMs, standHere(follower))
  try {
    while (!cursor.closed) {
      const bell = await answeredWithin(longestAnswerMs, cursor.tryNext())
      if (bell?._id.equals(mark)) onBegin()
      else if (bell !== null) onBell(bell)
      onAnswer()
    }
  } finally {
    await answeredWithin(longestAnswerMs, cursor.close())
  }
}

/**
 * A mark is written first: a cursor dies at once where it finds nothing, and what was written before the mark was
 * committed before it.
 */
async function standHere({ database, from, signal }: Follower) {
  await makeBells(database)
  const bells = bellsOf(database)
  const mark = new ObjectId()
  await bells.insertOne({ _id: mark, from, at: writtenNow(), outbox: [], records: [] })
  const written = await bells.findOne({ _id: mark })
  // Another member became the primary in between, and never heard of it.
  if (written === null) throw new NotConnected()
  const cursor = bells.find(
    { $or: [{ _id: mark }, { from: { $ne: from }, at: { $gte: written.at } }] },
    { tailable: true, awaitData: true, maxAwaitTimeMS: awaitMs, signal },
  )
  return { cursor, mark }
}
