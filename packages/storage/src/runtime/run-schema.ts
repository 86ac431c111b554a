import { Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import type { StoredRun } from './runtime-models.ts'

const mixed = Schema.Types.Mixed

export function runSchema() {
  return companySchema<StoredRun>({
    collection: 'runs',
    fields: {
      submissionId: String,
      formId: String,
      formVersion: Number,
      workflowVersion: Number,
      revision: Number,
      approvalStands: Boolean,
      state: String,
      token: mixed,
      visits: mixed,
      dueAt: Date,
      wakes: Number,
      epoch: Number,
      attempts: Number,
      error: mixed,
      startedAt: Date,
      endedAt: Date,
      claimedBy: String,
      claimToken: String,
      claimedAt: Date,
    },
    indexes: [
      [
        { dueAt: 1 },
        { partialFilterExpression: { state: 'active', claimedBy: null, dueAt: { $type: 'date' } } },
      ],
      [{ claimedBy: 1 }, { partialFilterExpression: { claimedBy: { $type: 'string' } } }],
      [{ claimToken: 1 }, { partialFilterExpression: { claimToken: { $type: 'string' } } }],
      // One token walks a submission at a time.
      [
        { companyId: 1, submissionId: 1 },
        { unique: true, partialFilterExpression: { state: 'active' }, name: 'one-active-run' },
      ],
      [{ companyId: 1, state: 1, startedAt: -1 }],
    ],
  })
}
