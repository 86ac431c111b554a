import type { SaidDifferent } from '@fieldledger/runtime'
import { type Connection, type Model, Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** `pair` is both ids in order, so that one pair stands once. */
export interface StoredDifferent extends Omit<SaidDifferent, 'submissionIds'> {
  _id: string
  companyId: string
  pair: string
  submissionIds: string[]
}

export interface PaperModels {
  different: Model<StoredDifferent>
}

export function definePaperModels(connection: Connection): PaperModels {
  return {
    different: modelOn(connection, 'NotADuplicate', () =>
      companySchema<StoredDifferent>({
        collection: 'notDuplicates',
        fields: {
          pair: String,
          submissionIds: [String],
          reason: String,
          by: Schema.Types.Mixed,
          at: Date,
        },
        indexes: [[{ companyId: 1, pair: 1 }, { unique: true }], [{ companyId: 1, submissionIds: 1 }]],
      }),
    ),
  }
}
