import type { ConnectionRecord, ConnectionRepository } from '@fieldledger/connections'
import { trusted } from 'mongoose'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineConnectionModels } from './connection-models.ts'

export function createConnectionRepository(database: Database): ConnectionRepository {
  const { connections } = defineConnectionModels(database.connection)
  const record = (found: unknown) =>
    found === null ? undefined : toEntity<ConnectionRecord>(found as Stored<ConnectionRecord>)
  return {
    async list({ companyId }) {
      const found = await connections.find({ companyId }).sort({ _id: 1 }).lean()
      return found.map((row) => toEntity<ConnectionRecord>(row as Stored<ConnectionRecord>))
    },
    async find({ companyId }, id) {
      return record(await connections.findOne({ companyId, _id: id }).lean())
    },
    async findByLedger({ companyId }, { provider, environment, ledgerCompanyId }) {
      return record(await connections.findOne({ companyId, provider, environment, ledgerCompanyId }).lean())
    },
    async insert(connection) {
      await connections.insertMany([toStored(connection, connection.companyId)])
    },
    async update({ companyId }, { id, change }) {
      try {
        await connections.updateOne({ companyId, _id: id }, { $set: change })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async removeUnused({ companyId }, id) {
      await connections.deleteOne({ companyId, _id: id, ledgerCompanyId: trusted({ $exists: false }) })
    },
  }
}
