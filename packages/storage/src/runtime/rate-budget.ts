import { setTimeout as wait } from 'node:timers/promises'
import { type RateBudget, RateLimited, type RateLimits } from '@fieldledger/accounting'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { askBudget, minuteMs, secondMs } from './ask-budget.ts'
import { defineJournalModels, type RateBudgetRow } from './journal-models.ts'

export interface RateBudgetOptions {
  /** Whoever would wait longer is told so and comes back later. */
  longestWaitMs?: number
  /** How long a slot is held for a process that does not give it back: longer than any request takes. */
  slotLeaseMs?: number
  /** Whose requests they are: what it held is freed as soon as it is found dead. */
  worker?: string
}

/** How soon to look again for a slot: requests come and go by the tenth of a second. */
const slotPauseMs = 100
/** Nobody asks again without a pause. */
const soonestMs = 20

/**
 * One budget for each ledger, shared by all workers and by all connections that lead there, by the server's clock:
 * requests counted as they leave, and slots for those under way, each leased so that a process that dies gives its own
 * back; a worker's at once.
 */
export function createRateBudget(database: Database, options: RateBudgetOptions = {}): RateBudget {
  const { longestWaitMs = 5000, slotLeaseMs = 75_000, worker } = options
  const { rateBudgets } = defineJournalModels(database.connection)

  return {
    async take(ledger, limits) {
      const began = performance.now()
      for (;;) {
        const holder = v7()
        const budget = await askBudget(rateBudgets, { ledger, holder, worker, slotLeaseMs, limits })
        if (budget.seated === true) return { release: () => release(ledger, holder) }
        const pause = waitFor(budget, limits)
        if (performance.now() - began + pause > longestWaitMs)
          throw new RateLimited('The ledger takes no more requests just now: it goes on by itself.', {
            retryAfterMs: pause,
          })
        await wait(pause)
      }
    },
    async close(ledger, forMs) {
      await rateBudgets.updateOne(
        { _id: ledger },
        [{ $set: { closedUntil: { $max: ['$closedUntil', { $add: ['$$NOW', forMs] }] } } }],
        { upsert: true, updatePipeline: true },
      )
    },
  }

  async function release(ledger: string, holder: string): Promise<void> {
    await rateBudgets
      .updateOne({ _id: ledger }, { $pull: { slots: { holder } } })
      // The answer is there: it does not fail because its slot is given back later, when the lease ends.
      .catch(() => undefined)
  }
}

function waitFor(budget: RateBudgetRow, { concurrent, perSecond, perMinute }: RateLimits): number {
  const now = budget.now?.getTime() ?? 0
  const closed = (budget.closedUntil?.getTime() ?? 0) - now
  if (closed > 0) return closed
  if ((budget.slots?.length ?? 0) >= concurrent) return slotPauseMs
  const taken = (budget.takenAt ?? []).map((at) => at.getTime())
  /** Until so many of them are older than the window that one more fits. */
  const untilRoom = (windowMs: number, most: number) => (taken.at(-most) ?? 0) + windowMs - now
  return Math.max(soonestMs, untilRoom(secondMs, perSecond), untilRoom(minuteMs, perMinute))
}
