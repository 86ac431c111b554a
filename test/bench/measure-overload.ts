import type { Db } from 'mongodb'
import type { Contender } from './contender.ts'
import { measureThroughput } from './measure-throughput.ts'

export interface Overload {
  askedPerSecond: number
  accepted: number
  /** With 503 and Retry-After, or never sent because no connection was free. */
  refused: number
  finished: number
  /** From the acceptance to the end of its run, of the one that waited longest and of the middle one. */
  longestMs: number
  middleMs: number
}

/** Three times what was just measured, for longer than a moment: nobody waits for ever, and the rest is told so. */
export async function measureOverload(
  contender: Contender,
  about: { database: Db; perSecond: number; seconds: number },
): Promise<Overload> {
  const { database, perSecond, seconds } = about
  const askedPerSecond = Math.ceil(perSecond * 3)
  const began = new Date()
  const { accepted, refused, runs } = await measureThroughput(contender, {
    seconds,
    connections: 300,
    rate: askedPerSecond,
  })
  const waits = await database
    .collection<{ startedAt: Date; endedAt: Date }>('runs')
    .find({ startedAt: { $gte: began }, state: 'finished' })
    .map(({ startedAt, endedAt }) => endedAt.getTime() - startedAt.getTime())
    .toArray()
  const sorted = waits.toSorted((one, other) => one - other)
  return {
    askedPerSecond,
    accepted,
    refused,
    finished: runs,
    longestMs: sorted.at(-1) ?? Number.NaN,
    middleMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
  }
}
