import type { FieldMapping, UnlinkedItems } from '@fieldledger/workflow'
import { type Connection, type Model, Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** How a form becomes a document in one provider's ledgers, from this version of the form on. */
export interface StoredMapping {
  _id: string
  companyId: string
  formId: string
  formVersion: number
  provider: string
  mapping: FieldMapping
  unlinkedItems: UnlinkedItems
  savedBy: string
  savedAt: Date
}

const mixed = Schema.Types.Mixed

export function defineMappingModels(connection: Connection): { mappings: Model<StoredMapping> } {
  return {
    mappings: modelOn(connection, 'LedgerMapping', () =>
      companySchema<StoredMapping>({
        collection: 'ledgerMappings',
        fields: {
          formId: String,
          formVersion: Number,
          provider: String,
          mapping: mixed,
          unlinkedItems: mixed,
          savedBy: String,
          savedAt: Date,
        },
        indexes: [[{ companyId: 1, formId: 1, provider: 1, formVersion: -1 }, { unique: true }]],
      }),
    ),
  }
}
