import type { OwedQueue } from '@fieldledger/catalogue'
import { trusted } from 'mongoose'
import { defineCatalogueModels } from '../catalogue/catalogue-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

/** Longer than two requests to a ledger take; what a killed worker held is sent again after it. */
const leaseMs = 180_000

/** Changes of suppliers and items that are owed to a ledger, by the server's clock. */
export function createOwedQueue(database: Database): OwedQueue {
  const { links } = defineCatalogueModels(database.connection)
  const due = { $lte: [{ $ifNull: ['$owed.dueAt', '$owed.since'] }, '$$NOW'] }
  return {
    async claim() {
      const claimed = await links
        .findOneAndUpdate(
          {
            'owed.since': trusted({ $exists: true }),
            'owed.parked': trusted({ $ne: true }),
            $expr: trusted(due),
          },
          [{ $set: { 'owed.dueAt': { $add: ['$$NOW', leaseMs] } } }],
          { sort: { 'owed.since': 1 }, updatePipeline: true },
        )
        .setOptions(acrossCompanies('claim a change that a ledger is owed'))
        .lean()
      return claimed === null
        ? undefined
        : {
            companyId: claimed.companyId,
            kind: claimed.kind,
            ourId: claimed.ourId,
            linkId: claimed._id,
          }
    },
  }
}
