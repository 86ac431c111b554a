import type { LedgerFeed } from '@fieldledger/catalogue'
import type { ConnectionRecord } from '@fieldledger/connections'
import { type Model, trusted } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** Longer than the requests of one look take; what a killed worker held is asked again after it. */
const leaseMs = 120_000

/** The ledger that is to be asked what was changed in it, leased by the server's clock. */
export async function claimFeed(
  connections: Model<Stored<ConnectionRecord>>,
  providers: readonly string[],
): Promise<LedgerFeed | undefined> {
  const claimed = await connections
    .findOneAndUpdate(
      {
        state: 'active',
        provider: trusted({ $in: [...providers] }),
        $expr: trusted({ $lte: [{ $ifNull: ['$feed.dueAt', '$createdAt'] }, '$$NOW'] }),
      },
      [{ $set: { 'feed.dueAt': { $add: ['$$NOW', leaseMs] } } }],
      { sort: { 'feed.dueAt': 1 }, updatePipeline: true },
    )
    .setOptions(acrossCompanies('claim a ledger that is asked what was changed in it'))
    .lean()
  if (claimed === null) return undefined
  const { since, heardAt, rest } = claimed.feed ?? {}
  return {
    companyId: claimed.companyId,
    connectionId: claimed._id,
    provider: claimed.provider,
    ...(since === undefined ? {} : { since }),
    ...(heardAt === undefined ? {} : { heardAt }),
    ...(rest === undefined ? {} : { rest }),
  }
}
