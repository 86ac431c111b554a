import type { Db } from 'mongodb'
import type { Stack } from '../../apps/local/src/boot-stack.ts'
import { until } from '../support/until.ts'
import type { Contender } from './contender.ts'
import { fireAtRate } from './fire-at-rate.ts'
import { drained } from './measure-throughput.ts'

export interface Overload {
  askedPerSecond: number
  accepted: number
  /** 503 with Retry-After. */
  toldToReturn: number
  /** How long the middle one of those had waited for that answer. */
  toldAfterMs: number
  /** Neither of both. */
  failed: number
  /** The setting at that time: so many runs may wait. */
  mostWaiting: number
  /** The longest backlog that was seen. */
  waited: number
  finished: number
  /** From the acceptance to the end of its run, of the one that waited longest and of the middle one. */
  longestMs: number
  middleMs: number
}

const mostWaiting = 500
const comesUpWithinMs = 60_000

/** Three times what was just measured, for longer than a moment: nobody waits for ever, and the rest is told so. */
export async function measureOverload(
  contender: Contender,
  about: { stack: Stack; database: Db; perSecond: number; seconds: number },
): Promise<Overload> {
  const { stack, database, perSecond, seconds } = about
  const askedPerSecond = Math.ceil(perSecond * 3)
  await restarted(stack, { FIELDLEDGER_MOST_WAITING: String(mostWaiting) })
  const began = new Date()
  const backlog = watchBacklog(database)
  const before = await contender.finished()
  const { accepted, toldToReturn, toldMs, failed } = await fireAtRate(contender, {
    perSecond: askedPerSecond,
    seconds,
  })
  const finished = await drained(contender, { before, wanted: accepted })
  const waited = backlog.longest()
  await restarted(stack)
  const waits = await database
    .collection<{ startedAt: Date; endedAt: Date }>('runs')
    .find({ startedAt: { $gte: began }, state: 'finished' })
    .map(({ startedAt, endedAt }) => endedAt.getTime() - startedAt.getTime())
    .toArray()
  const sorted = waits.toSorted((one, other) => one - other)
  return {
    askedPerSecond,
    accepted,
    toldToReturn,
    toldAfterMs: toldMs[Math.floor(toldMs.length / 2)] ?? Number.NaN,
    failed,
    mostWaiting,
    waited,
    finished,
    longestMs: sorted.at(-1) ?? Number.NaN,
    middleMs: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
  }
}

async function restarted(stack: Stack, env: NodeJS.ProcessEnv = {}): Promise<void> {
  await stack.restart('api', env)
  await until({ what: 'the api is ready', withinMs: comesUpWithinMs }, async () => {
    const answer = await fetch(`${stack.url}/api/v1/health/ready`).catch(() => undefined)
    return answer?.ok === true
  })
}

function watchBacklog(database: Db): { longest(): number } {
  let longest = 0
  const due = { state: 'active', claimedBy: null, dueAt: { $type: 'date' } } as const
  const timer = setInterval(async () => {
    longest = Math.max(longest, await database.collection('runs').countDocuments(due))
  }, 500)
  return {
    longest() {
      clearInterval(timer)
      return longest
    },
  }
}
