import { setTimeout as wait } from 'node:timers/promises'
import { type RateBudget, RateLimited, type RateLimits } from '@fieldledger/accounting'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { askBudget, minuteMs } from './ask-budget.ts'
import { defineJournalModels, type RateBudgetRow } from './journal-models.ts'

export interface RateBudgetOptions {
  /** Whoever would wait longer is told so and comes back later. */
  longestWaitMs?: number
  /** How long a slot is held for a process that does not give it back: longer than any request takes. */
  slotLeaseMs?: number
  /** Whose requests they are: what it held is freed as soon as it is found dead. */
  worker?: string
}

interface Allowance {
  left: number
  /** By this process's monotonic clock: the end of the second for which it was taken. */
  until: number
}

/** How soon to look again for a slot: requests come and go by the tenth of a second. */
const slotPauseMs = 100

/**
 * One budget for each connection, shared by all workers, by the server's clock: tokens taken in small batches, and
 * slots for requests under way, each leased so that a process that dies gives its own back; a worker's at once.
 */
export function createRateBudget(database: Database, options: RateBudgetOptions = {}): RateBudget {
  const { longestWaitMs = 5000, slotLeaseMs = 75_000, worker } = options
  const { rateBudgets } = defineJournalModels(database.connection)
  const allowances = new Map<string, Allowance>()

  return {
    async take(connectionId, limits) {
      const began = performance.now()
      for (;;) {
        const holder = v7()
        const allowance = useAllowance(connectionId)
        const tokens = allowance === undefined ? tokensAtOnce(limits) : 0
        const budget = await askBudget(rateBudgets, {
          connectionId,
          holder,
          worker,
          tokens,
          slotLeaseMs,
          limits,
        })
        if (budget.seated === true) {
          if (allowance === undefined) keepAllowance(connectionId, { budget, left: tokens - 1 })
          return { release: () => release(connectionId, holder) }
        }
        if (allowance !== undefined) allowance.left += 1
        const pause = waitFor(budget, limits)
        if (performance.now() - began + pause > longestWaitMs)
          throw new RateLimited('The ledger takes no more requests just now: it goes on by itself.', {
            retryAfterMs: pause,
          })
        await wait(pause)
      }
    },
    async close(connectionId, forMs) {
      allowances.delete(connectionId)
      await rateBudgets.updateOne(
        { _id: connectionId },
        [{ $set: { closedUntil: { $max: ['$closedUntil', { $add: ['$$NOW', forMs] }] } } }],
        { upsert: true, updatePipeline: true },
      )
    },
  }

  /** A token that this process holds for the present second. */
  function useAllowance(connectionId: string): Allowance | undefined {
    const allowance = allowances.get(connectionId)
    if (allowance === undefined || allowance.left === 0 || allowance.until < performance.now())
      return undefined
    allowance.left -= 1
    return allowance
  }

  function keepAllowance(connectionId: string, taken: { budget: RateBudgetRow; left: number }): void {
    const now = taken.budget.now?.getTime() ?? 0
    allowances.set(connectionId, { left: taken.left, until: performance.now() + (1000 - (now % 1000)) })
  }

  async function release(connectionId: string, holder: string): Promise<void> {
    await rateBudgets
      .updateOne({ _id: connectionId }, { $pull: { slots: { holder } } })
      // The answer is there: it does not fail because its slot is given back later, when the lease ends.
      .catch(() => undefined)
  }
}

function waitFor(budget: RateBudgetRow, limits: RateLimits): number {
  const now = budget.now?.getTime() ?? 0
  const closed = (budget.closedUntil?.getTime() ?? 0) - now
  if (closed > 0) return closed
  if ((budget.slots?.length ?? 0) >= limits.concurrent) return slotPauseMs
  const untilNextSecond = 1000 - (now % 1000)
  return Math.max(untilNextSecond, untilMinuteHasRoom(budget, { now, limits }))
}

/** 0 = it has room now; else until so much of what was taken is a minute old that the next batch fits. */
function untilMinuteHasRoom(
  budget: RateBudgetRow,
  { now, limits }: { now: number; limits: RateLimits },
): number {
  let excess = tokensAtOnce(limits) - limits.perMinute
  for (const { tokens } of budget.taken ?? []) excess += tokens
  for (const { at, tokens } of budget.taken ?? []) {
    if (excess <= 0) return 0
    excess -= tokens
    if (excess <= 0) return Math.max(0, at.getTime() + minuteMs - now)
  }
  return 0
}

function tokensAtOnce({ perSecond }: RateLimits): number {
  return Math.max(1, Math.floor(perSecond / 4))
}
