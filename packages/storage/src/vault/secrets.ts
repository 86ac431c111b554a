import type { Secrets } from '@fieldledger/connections'
import { trusted } from 'mongoose'
import { defineConnectionModels } from '../connections/connection-models.ts'
import type { Database } from '../scope/connect-database.ts'

/** Sealed tokens and their refresh leases; the lease runs by the database's clock. */
export function createSecrets(database: Database): Secrets {
  const { secrets } = defineConnectionModels(database.connection)
  return {
    async find({ companyId, connectionId }) {
      const found = await secrets.findOne({ companyId, _id: connectionId }).lean()
      if (found?.sealed === undefined || found.accessExpiresAt === undefined) return undefined
      const { sealed, accessExpiresAt, refreshExpiresAt, version } = found
      const ends = refreshExpiresAt === undefined ? {} : { refreshExpiresAt }
      return { companyId, connectionId, sealed, accessExpiresAt, ...ends, version }
    },
    async replace({ companyId, connectionId, sealed, accessExpiresAt, refreshExpiresAt, dropAt }) {
      const held = dropAt === undefined ? {} : { dropAt }
      const kept = dropAt === undefined ? { dropAt: true } : {}
      await secrets.updateOne(
        { companyId, _id: connectionId },
        {
          $set: { sealed, accessExpiresAt, refreshExpiresAt, ...held },
          $inc: { version: 1 },
          $unset: { leaseHolder: true, leaseUntil: true, ...kept },
        },
        { upsert: true },
      )
    },
    async adopt({ companyId, connectionId }) {
      const there = { companyId, _id: connectionId, dropAt: trusted({ $exists: true }) }
      return (await secrets.updateOne(there, { $unset: { dropAt: true } })).matchedCount === 1
    },
    async lease({ companyId, connectionId, version, holder, forMs }) {
      const free = { $lte: [{ $ifNull: ['$leaseUntil', new Date(0)] }, '$$NOW'] }
      const leased = await secrets.updateOne(
        { companyId, _id: connectionId, version, $expr: trusted(free) },
        [{ $set: { leaseHolder: { $literal: holder }, leaseUntil: { $add: ['$$NOW', forMs] } } }],
        { updatePipeline: true },
      )
      return leased.matchedCount === 1
    },
    async renew({ companyId, connectionId, version, holder, sealed, accessExpiresAt, refreshExpiresAt }) {
      const renewed = await secrets.updateOne(
        { companyId, _id: connectionId, version, leaseHolder: holder },
        {
          $set: { sealed, accessExpiresAt, refreshExpiresAt },
          $inc: { version: 1 },
          $unset: { leaseHolder: true, leaseUntil: true },
        },
      )
      return renewed.matchedCount === 1
    },
    async release({ companyId, connectionId, holder }) {
      await secrets.updateOne(
        { companyId, _id: connectionId, leaseHolder: holder },
        { $unset: { leaseHolder: true, leaseUntil: true } },
      )
    },
    async erase({ companyId, connectionId }) {
      await secrets.updateOne(
        { companyId, _id: connectionId },
        {
          $unset: { sealed: true, accessExpiresAt: true, leaseHolder: true, leaseUntil: true },
          $inc: { version: 1 },
        },
      )
    },
  }
}
