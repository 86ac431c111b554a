import type { EnginePort } from '@fieldledger/runtime'
import { Overloaded } from '../refusals.ts'

/** Takes new work only while the workers are not too far behind. */
export interface Admission {
  /** Throws Overloaded. */
  admit(): void
  /** Around what an admitted submit waits for: while the first in line has waited too long, nobody joins. */
  during<Result>(work: () => Promise<Result>): Promise<Result>
}

const lookEveryMs = 1000
/** Where saving itself is the bottleneck no run waits, people do: so long at most. */
const longestWaitMs = 3000
/** A server that takes fewer between two looks cannot build up a backlog; it asks nothing of the database. */
const fewSubmits = 50

/**
 * Under a flood the backlog stays bounded and what was taken is finished soon, because the rest is told to come again.
 * Nobody waits for the look: what it finds counts from then on. A database that does not answer refuses nothing here.
 */
export function createAdmission(parts: {
  engine: Pick<EnginePort, 'runsWaiting'>
  /** So many runs wait at most: whoever comes then is better off coming again. */
  most: number
  now?: () => number
}): Admission {
  const { engine, most, now = () => performance.now() } = parts
  let lookedAt = Number.NEGATIVE_INFINITY
  let since = 0
  let full = false
  const underWay = new Map<symbol, number>()

  function isSlow(): boolean {
    if (underWay.size <= fewSubmits) return false
    const [first = now()] = underWay.values()
    return now() - first > longestWaitMs
  }

  function look(): void {
    lookedAt = now()
    since = 0
    engine.runsWaiting(most).then(
      (waiting) => {
        full = waiting >= most
      },
      () => {
        full = false
      },
    )
  }

  return {
    admit() {
      since += 1
      if ((full || since > fewSubmits) && now() - lookedAt >= lookEveryMs) look()
      if (full || isSlow()) throw new Overloaded()
    },
    async during(work) {
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
