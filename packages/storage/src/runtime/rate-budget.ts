import { setTimeout as wait } from 'node:timers/promises'
import { type RateBudget, RateLimited } from '@fieldledger/accounting'
import type { Database } from '../scope/connect-database.ts'
import { defineJournalModels, type RateBudgetRow } from './journal-models.ts'

/** Whoever would wait longer is told so and comes back later. */
const longestWaitMs = 5000

interface Allowance {
  left: number
  /** By this process's monotonic clock: the end of the second for which it was taken. */
  until: number
}

/** One budget for each connection, shared by all workers, by the server's clock; taken in small batches. */
export function createRateBudget(database: Database): RateBudget {
  const { rateBudgets } = defineJournalModels(database.connection)
  const allowances = new Map<string, Allowance>()

  return {
    async take(connectionId, limits) {
      const began = performance.now()
      const batch = Math.max(1, Math.floor(limits.perSecond / 4))
      while (!useAllowance(connectionId)) {
        const budget = await ask(connectionId, { batch, ...limits })
        if ((budget.granted ?? 0) > 0) {
          const now = budget.now?.getTime() ?? 0
          allowances.set(connectionId, {
            left: budget.granted ?? 0,
            until: performance.now() + (1000 - (now % 1000)),
          })
          continue
        }
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

  function useAllowance(connectionId: string): boolean {
    const allowance = allowances.get(connectionId)
    if (allowance === undefined || allowance.left === 0 || allowance.until < performance.now()) return false
    allowance.left -= 1
    return true
  }

  async function ask(
    connectionId: string,
    { batch, perSecond, perMinute }: { batch: number; perSecond: number; perMinute: number },
  ): Promise<RateBudgetRow> {
    const used = (name: string, unit: string) => ({
      $cond: [
        { $eq: [`$${unit}`, { $dateTrunc: { date: '$$NOW', unit } }] },
        { $ifNull: [`$${name}`, 0] },
        0,
      ],
    })
    const room = (name: string, limit: number) => ({ $lte: [{ $add: [`$${name}`, batch] }, limit] })
    const granted = await rateBudgets
      .findOneAndUpdate(
        { _id: connectionId },
        [
          {
            $set: {
              usedInSecond: used('usedInSecond', 'second'),
              usedInMinute: used('usedInMinute', 'minute'),
              now: '$$NOW',
            },
          },
          {
            $set: {
              second: { $dateTrunc: { date: '$$NOW', unit: 'second' } },
              minute: { $dateTrunc: { date: '$$NOW', unit: 'minute' } },
              granted: {
                $cond: [
                  {
                    $and: [
                      { $lte: [{ $ifNull: ['$closedUntil', new Date(0)] }, '$$NOW'] },
                      room('usedInSecond', perSecond),
                      room('usedInMinute', perMinute),
                    ],
                  },
                  batch,
                  0,
                ],
              },
            },
          },
          {
            $set: {
              usedInSecond: { $add: ['$usedInSecond', '$granted'] },
              usedInMinute: { $add: ['$usedInMinute', '$granted'] },
            },
          },
        ],
        { upsert: true, returnDocument: 'after', updatePipeline: true },
      )
      .lean()
    return (granted ?? { _id: connectionId }) as RateBudgetRow
  }
}

function waitFor(budget: RateBudgetRow, limits: { perMinute: number }): number {
  const now = budget.now?.getTime() ?? 0
  const closed = (budget.closedUntil?.getTime() ?? 0) - now
  if (closed > 0) return closed
  const minuteIsFull = (budget.usedInMinute ?? 0) >= limits.perMinute
  return minuteIsFull ? 60_000 - (now % 60_000) : 1000 - (now % 1000)
}
