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
  const used = (name: string, unit: string) => ({
    $cond: [{ $eq: [`$${unit}`, { $dateTrunc: { date: '$$NOW', unit } }] }, { $ifNull: [`$${name}`, 0] }, 0],
  })
  const room = (name: string, limit: number) => ({ $lte: [{ $add: [`$${name}`, tokens] }, limit] })
  const taken = { $cond: ['$seated', tokens, 0] }
  // A literal `holder`: it is a value of ours, and no expression may be read into it.
  const slot = {
    holder: { $literal: holder },
    ...(worker === undefined ? {} : { worker: { $literal: worker } }),
    until: { $add: ['$$NOW', slotLeaseMs] },
  }
  return [
    {
      $set: {
        usedInSecond: used('usedInSecond', 'second'),
        usedInMinute: used('usedInMinute', 'minute'),
        // Whoever died gave none back: its lease is over.
        slots: {
          $filter: {
            input: { $ifNull: ['$slots', []] },
            as: 'slot',
            cond: { $gt: ['$$slot.until', '$$NOW'] },
          },
        },
        now: '$$NOW',
      },
    },
    {
      $set: {
        second: { $dateTrunc: { date: '$$NOW', unit: 'second' } },
        minute: { $dateTrunc: { date: '$$NOW', unit: 'minute' } },
        seated: {
          $and: [
            { $lte: [{ $ifNull: ['$closedUntil', new Date(0)] }, '$$NOW'] },
            { $lt: [{ $size: '$slots' }, limits.concurrent] },
            room('usedInSecond', limits.perSecond),
            room('usedInMinute', limits.perMinute),
          ],
        },
      },
    },
    {
      $set: {
        usedInSecond: { $add: ['$usedInSecond', taken] },
        usedInMinute: { $add: ['$usedInMinute', taken] },
        slots: { $cond: ['$seated', { $concatArrays: ['$slots', [slot]] }, '$slots'] },
      },
    },
  ]
}
