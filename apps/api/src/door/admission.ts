import type { EnginePort } from '@fieldledger/runtime'
import { Overloaded } from '../refusals.ts'

/** Takes new work only while the workers are not too far behind. */
export interface Admission {
  /**
   * The answer of what was admitted, from its first read on, or Overloaded; while the first in line has waited too long,
   * nobody joins. Until it is answered it counts as one that will wait.
   */
  admit<Result>(work: () => Promise<Result>): Promise<Result>
}

const lookEveryMs = 1000
/** While there is no room it looks again sooner, the sooner the fewer there are to count. */
const soonestLookMs = 50
const latestLookMs = 250
/** So many are counted in a millisecond without anybody feeling it. */
const countedEachMs = 40
/** Where saving itself is the bottleneck no run waits, people do: so long at most. */
const longestWaitMs = 3000
/** Whatever is admitted is answered long before: this one never will be, and keeps nobody out. */
const lostAfterMs = 120_000
/** A server that takes fewer between two looks cannot build up a backlog; it asks nothing of the database. */
const fewSubmits = 50

/**
 * Under a flood the backlog stays bounded and what was taken is finished soon, because the rest is told to come again.
 * Between two looks it counts what it took itself: what the last one left room for, and no more; each server for itself.
 * Nobody waits for the look. A look that fails refuses nothing.
 */
export function createAdmission(parts: {
  engine: Pick<EnginePort, 'runsWaiting'>
  /** So many runs wait at most: whoever comes then is better off coming again. */
  most: number
  now?: () => number
}): Admission {
  const { engine, most, now = () => performance.now() } = parts
  const lookAgainMs = Math.min(latestLookMs, Math.max(soonestLookMs, most / countedEachMs))
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking = false
  /** What it took since then. */
  let since = 0
  let room = most
  const underWay = new Map<symbol, number>()

  function isSlow(): boolean {
    if (underWay.size <= fewSubmits) return false
    forgetLost()
    const [first = now()] = underWay.values()
    return now() - first > longestWaitMs
  }

  function forgetLost(): void {
    for (const [own, at] of underWay) {
      if (now() - at < lostAfterMs) return
      underWay.delete(own)
    }
  }

  function look(): void {
    looking = true
    lookedAt = now()
    const before = since
    forgetLost()
    // They will wait as soon as they are saved. The few that are saved and not answered yet count twice: rather too many.
    const coming = underWay.size
    engine
      .runsWaiting(most)
      .then(
        (waiting) => most - waiting - coming,
        () => most,
      )
      .then((left) => {
        room = Math.max(0, left)
        since -= before
        looking = false
      })
  }

  function takeOne(): void {
    const age = now() - lookedAt
    // Some room long ago is as good as unknown; none is not, for nothing may have become of it.
    if (!looking && since >= room && room > 0 && age >= lookEveryMs) room = since + fewSubmits
    const isSpent = since >= room
    const isDue = age >= (isSpent ? lookAgainMs : lookEveryMs)
    if (!looking && isDue && (isSpent || since >= fewSubmits)) look()
    if (isSpent || isSlow()) throw new Overloaded()
    since += 1
  }

  return {
    async admit(work) {
      takeOne()
      const own = Symbol()
      underWay.set(own, now())
      try {
        return await work()
      } finally {
        underWay.delete(own)
      }
    },
  }
}
