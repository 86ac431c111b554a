import type { CompanyChoices } from '@fieldledger/connections'
import type { Database } from '../scope/connect-database.ts'
import { defineConnectionModels } from './connection-models.ts'

export function createCompanyChoices(database: Database): CompanyChoices {
  const { choices } = defineConnectionModels(database.connection)
  return {
    async save({ id, ...choice }) {
      await choices.insertMany([{ ...choice, _id: id }])
    },
    async find({ companyId }, id) {
      const found = await choices.findOne({ companyId, _id: id }).lean()
      if (found === null) return undefined
      const { _id, ...choice } = found
      return { ...choice, id: _id }
    },
    async take({ companyId }, id) {
      return (await choices.deleteOne({ companyId, _id: id })).deletedCount === 1
    },
  }
}
