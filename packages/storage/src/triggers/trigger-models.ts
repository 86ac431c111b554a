import type { Batch, BatchItem, Schedule, WorkflowBatch } from '@fieldledger/runtime'
import { type Connection, type Model, Schema } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

type StoredItem = Stored<BatchItem>
/** When it was last handed out to be worked on, while there were more than are handed out at once. */
interface Looked {
  lookedAt?: Date
}
type StoredBatch = Stored<Batch> & Partial<Pick<WorkflowBatch, 'scheduleId' | 'firePeriod'>> & Looked

export interface TriggerModels {
  schedules: Model<Stored<Schedule> & Looked>
  batches: Model<StoredBatch>
  items: Model<StoredItem>
}

const mixed = Schema.Types.Mixed

export function defineTriggerModels(connection: Connection): TriggerModels {
  return {
    schedules: modelOn(connection, 'Schedule', () =>
      companySchema<Stored<Schedule> & Looked>({
        collection: 'schedules',
        fields: { formId: String, workflowVersion: Number, start: mixed, nextFireAt: Date, lookedAt: Date },
        indexes: [
          [{ nextFireAt: 1 }, { partialFilterExpression: { nextFireAt: { $type: 'date' } } }],
          [{ companyId: 1 }],
        ],
      }),
    ),
    batches: modelOn(connection, 'Batch', batchSchema),
    items: modelOn(connection, 'BatchItem', () =>
      companySchema<StoredItem>({
        collection: 'batchItems',
        fields: {
          batchId: String,
          submissionId: String,
          runId: String,
          outcome: String,
          message: String,
          number: String,
          url: String,
        },
        // Each form once in each batch.
        indexes: [
          [{ companyId: 1, batchId: 1, submissionId: 1 }, { unique: true }],
          [{ companyId: 1, batchId: 1, _id: 1 }],
        ],
      }),
    ),
  }
}

function batchSchema() {
  return companySchema<StoredBatch>({
    collection: 'batches',
    fields: {
      formId: String,
      workflowId: String,
      workflowVersion: Number,
      origin: String,
      scheduleId: String,
      firePeriod: String,
      match: mixed,
      submissionIds: [String],
      cause: mixed,
      resendTo: String,
      startedBy: mixed,
      tell: mixed,
      state: String,
      cursor: String,
      expected: Number,
      startedAt: Date,
      finishedAt: Date,
      lookedAt: Date,
    },
    indexes: [
      [{ companyId: 1, _id: -1 }],
      // A moment fires once, whoever looks at the clock.
      [
        { companyId: 1, scheduleId: 1, firePeriod: 1 },
        { unique: true, partialFilterExpression: { scheduleId: { $exists: true } } },
      ],
      [{ state: 1 }, { partialFilterExpression: { state: { $in: ['starting', 'running'] } } }],
    ],
  })
}
