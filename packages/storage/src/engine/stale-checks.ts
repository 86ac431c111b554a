import type { StaleChecks } from '@fieldledger/connections'
import { trusted } from 'mongoose'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

export function createStaleChecks(database: Database): StaleChecks {
  const { connections } = defineConnectionModels(database.connection)
  return {
    async lookedAtBefore(before, { limit }) {
      const found = await connections
        .find({ state: 'active', 'health.checkedAt': trusted({ $lt: before }) }, { companyId: 1 })
        .sort({ 'health.checkedAt': 1 })
        .limit(limit)
        .setOptions(acrossCompanies('find ledgers that nobody has looked into for a day'))
        .lean()
      return found.map(({ companyId, _id }) => ({ companyId, connectionId: _id }))
    },
  }
}
