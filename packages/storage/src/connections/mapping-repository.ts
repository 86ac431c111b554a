import type { MappingLookup } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import type { Database } from '../scope/connect-database.ts'
import { defineMappingModels, type StoredMapping } from './mapping-models.ts'

export type SavedMapping = Omit<StoredMapping, '_id' | 'companyId'>

/** The default mapping of each form for each provider; a later version of the form keeps it until it is set anew. */
export interface MappingRepository extends MappingLookup {
  save(scope: CompanyScope, mapping: SavedMapping): Promise<void>
}

export function createMappingRepository(database: Database): MappingRepository {
  const { mappings } = defineMappingModels(database.connection)
  return {
    async find({ scope: { companyId }, formId, formVersion, provider }) {
      const found = await mappings
        .findOne({ companyId, formId, provider, formVersion: trusted({ $lte: formVersion }) })
        .sort({ formVersion: -1 })
        .lean()
      return found === null ? undefined : { mapping: found.mapping, unlinkedItems: found.unlinkedItems }
    },
    async save({ companyId }, saved) {
      const { formId, provider, formVersion } = saved
      await mappings.updateOne(
        { companyId, formId, provider, formVersion },
        { $set: saved, $setOnInsert: { _id: v7() } },
        { upsert: true },
      )
    },
  }
}
