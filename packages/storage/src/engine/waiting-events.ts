import type { LedgerEventRecord } from '@fieldledger/catalogue'
import { type Model, trusted } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** What ledgers told and nobody has looked at. */
export async function waitingEvents(
  events: Model<Stored<LedgerEventRecord>>,
  limit: number,
): Promise<Stored<LedgerEventRecord>[]> {
  return events
    .find({ state: 'received', $expr: trusted({ $lte: [{ $ifNull: ['$dueAt', '$receivedAt'] }, '$$NOW'] }) })
    .sort({ _id: 1 })
    .limit(limit)
    .setOptions(acrossCompanies('find what ledgers told'))
    .lean()
}
