import type { RateLimits } from '@fieldledger/accounting'
import type { Model } from 'mongoose'
import type { RateBudgetRow } from './journal-models.ts'

export interface BudgetQuestion {
  ledger: string
  /** Whose the slot is. */
  holder: string
  /** The worker whose death frees it. */
  worker?: string | undefined
  slotLeaseMs: number
  limits: RateLimits
}

/**
 * Ledgers count any second and any sixty seconds, not those of the clock: what goes before its turn and what goes after
 * it would be refused together. And they count when a request arrives, which is later than it was counted here, and on a
 * machine that does much else not always by as much: half a second more keeps those that come late out of the next
 * one's company. A refusal for speed would close the connection for a minute.
 */
export const secondMs = 1500
export const minuteMs = 61_000

/** One request and a slot for it, both or neither, in one atomic step by the server's clock; `seated` says which. */
export async function askBudget(
  rateBudgets: Model<RateBudgetRow>,
  question: BudgetQuestion,
): Promise<RateBudgetRow> {
  const { ledger } = question
  const answer = await rateBudgets
    .findOneAndUpdate({ _id: ledger }, steps(question), {
      upsert: true,
      returnDocument: 'after',
      updatePipeline: true,
    })
    .lean()
  return (answer ?? { _id: ledger }) as RateBudgetRow
}

function steps({ holder, worker, slotLeaseMs, limits }: BudgetQuestion) {
  const kept = (name: string, cond: unknown) => ({
    $filter: { input: { $ifNull: [`$${name}`, []] }, as: 'one', cond },
  })
  const within = (ms: number) => ({ $gt: ['$$one', { $subtract: ['$$NOW', ms] }] })
  // A literal `holder`: it is a value of ours, and no expression may be read into it.
  const slot = {
    holder: { $literal: holder },
    ...(worker === undefined ? {} : { worker: { $literal: worker } }),
    until: { $add: ['$$NOW', slotLeaseMs] },
  }
  return [
    {
      $set: {
        takenAt: kept('takenAt', within(minuteMs)),
        // Whoever died gave none back: its lease is over.
        slots: kept('slots', { $gt: ['$$one.until', '$$NOW'] }),
        now: '$$NOW',
      },
    },
    {
      $set: {
        seated: {
          $and: [
            { $lte: [{ $ifNull: ['$closedUntil', new Date(0)] }, '$$NOW'] },
            { $lt: [{ $size: '$slots' }, limits.concurrent] },
            { $lt: [{ $size: kept('takenAt', within(secondMs)) }, limits.perSecond] },
            { $lt: [{ $size: '$takenAt' }, limits.perMinute] },
          ],
        },
      },
    },
    {
      $set: {
        takenAt: { $cond: ['$seated', { $concatArrays: ['$takenAt', ['$$NOW']] }, '$takenAt'] },
        slots: { $cond: ['$seated', { $concatArrays: ['$slots', [slot]] }, '$slots'] },
      },
    },
  ]
}
