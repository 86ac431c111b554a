import type { ReconciledDocument, Reconciliation } from '@fieldledger/runtime'
import { type Connection, type Model, Schema } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

export interface ReconciliationModels {
  reconciliations: Model<Stored<Reconciliation>>
  documents: Model<Stored<ReconciledDocument>>
}

const mixed = Schema.Types.Mixed

export function defineReconciliationModels(connection: Connection): ReconciliationModels {
  return {
    reconciliations: modelOn(connection, 'Reconciliation', () =>
      companySchema<Stored<Reconciliation>>({
        collection: 'reconciliations',
        fields: {
          connectionId: String,
          month: String,
          state: String,
          pass: Number,
          kinds: [String],
          at: mixed,
          read: Number,
          startedAt: Date,
          startedBy: mixed,
          finishedAt: Date,
          message: String,
          dueAt: Date,
        },
        indexes: [
          [{ companyId: 1, connectionId: 1, month: 1 }, { unique: true }],
          [{ dueAt: 1 }, { partialFilterExpression: { dueAt: { $type: 'date' } } }],
        ],
      }),
    ),
    documents: modelOn(connection, 'ReconciledDocument', () =>
      companySchema<Stored<ReconciledDocument>>({
        collection: 'reconciledDocuments',
        fields: {
          connectionId: String,
          month: String,
          remoteId: String,
          outcome: String,
          kind: String,
          number: String,
          party: String,
          date: String,
          amount: mixed,
          url: String,
          submissionId: String,
          effectId: String,
          differences: [mixed],
          pass: Number,
          says: String,
          setAside: mixed,
        },
        indexes: [[{ companyId: 1, connectionId: 1, month: 1, remoteId: 1 }, { unique: true }]],
      }),
    ),
  }
}
