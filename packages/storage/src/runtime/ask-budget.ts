import type { RateLimits } from '@fieldledger/accounting'
import type { Model } from 'mongoose'
import type { RateBudgetRow } from './journal-models.ts'

export interface BudgetQuestion {
  connectionId: string
  /** Whose the slot is. */
  holder: string
  /** The worker whose death frees it. */
  worker?: string | undefined
  /** 0 = the process holds tokens already. */
  tokens: number
  slotLeaseMs: number
  limits: RateLimits
}

/**
 * Ledgers count any sixty seconds, not those of the clock: half a minute's requests before the turn of a minute and a
 * full minute's after it would be refused. Two more, since a token is used up to a second after it was taken.
 */
export const minuteMs = 62_000

/** Tokens and a slot, both or neither, in one atomic step by the server's clock; `seated` says which. */
export async function askBudget(
  rateBudgets: Model<RateBudgetRow>,
  question: BudgetQuestion,
): Promise<RateBudgetRow> {
  const { connectionId } = question
  const answer = await rateBudgets
    .findOneAndUpdate({ _id: connectionId }, steps(question), {
      upsert: true,
      returnDocument: 'after',
      updatePipeline: true,
    })
    .lean()
  return (answer ?? { _id: connectionId }) as RateBudgetRow
}

function steps({ holder, worker, tokens, slotLeaseMs, limits }: BudgetQuestion) {
  const thisSecond = { $dateTrunc: { date: '$$NOW', unit: 'second' } }
  const usedInSecond = { $cond: [{ $eq: ['$second', thisSecond] }, { $ifNull: ['$usedInSecond', 0] }, 0] }
  const room = (used: unknown, limit: number) => ({ $lte: [{ $add: [used, tokens] }, limit] })
  const isTaking = { $and: ['$seated', { $gt: [tokens, 0] }] }
  const after = (name: string, { date, than }: { date: string; than: unknown }) => ({
    $filter: {
      input: { $ifNull: [`$${name}`, []] },
      as: 'one',
      cond: { $gt: [`$$one.${date}`, than] },
    },
  })
  // A literal `holder`: it is a value of ours, and no expression may be read into it.
  const slot = {
    holder: { $literal: holder },
    ...(worker === undefined ? {} : { worker: { $literal: worker } }),
    until: { $add: ['$$NOW', slotLeaseMs] },
  }
  return [
    {
      $set: {
        usedInSecond,
        taken: after('taken', { date: 'at', than: { $subtract: ['$$NOW', minuteMs] } }),
        // Whoever died gave none back: its lease is over.
        slots: after('slots', { date: 'until', than: '$$NOW' }),
        now: '$$NOW',
      },
    },
    {
      $set: {
        second: thisSecond,
        seated: {
          $and: [
            { $lte: [{ $ifNull: ['$closedUntil', new Date(0)] }, '$$NOW'] },
            { $lt: [{ $size: '$slots' }, limits.concurrent] },
            room('$usedInSecond', limits.perSecond),
            room({ $sum: '$taken.tokens' }, limits.perMinute),
          ],
        },
      },
    },
    {
      $set: {
        usedInSecond: { $add: ['$usedInSecond', { $cond: ['$seated', tokens, 0] }] },
        taken: { $cond: [isTaking, { $concatArrays: ['$taken', [{ at: '$$NOW', tokens }]] }, '$taken'] },
        slots: { $cond: ['$seated', { $concatArrays: ['$slots', [slot]] }, '$slots'] },
      },
    },
  ]
}
