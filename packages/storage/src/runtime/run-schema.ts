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
      workflowId: String,
      workflowVersion: Number,
      revision: Number,
      approvalStands: Boolean,
      replayOf: String,
      depth: Number,
      given: mixed,
      state: String,
      token: mixed,
      tokens: [mixed],
      visits: mixed,
      dueAt: Date,
      wakes: Number,
      epoch: Number,
      attempts: Number,
      error: mixed,
      // Read with what asks for them alone.
      results: { type: [mixed], default: undefined, select: false },
      latestResult: String,
      startedAt: Date,
      endedAt: Date,
      claimedBy: String,
      claimToken: String,
      claimedAt: Date,
    },
    indexes: [
      // In a transaction the server looks at every index for each of them again, at each update: few serve many queries.
      [
        { claimedBy: 1, dueAt: 1 },
        { partialFilterExpression: { state: 'active', dueAt: { $type: 'date' } } },
      ],
      // Those with a branch that failed, and those that wait by a zone's clocks; no others.
      [
        { companyId: 1, 'tokens.error.code': 1, 'tokens.memo.zone': 1 },
        {
          partialFilterExpression: {
            $or: [{ 'tokens.error.code': { $exists: true } }, { 'tokens.memo.zone': { $exists: true } }],
          },
        },
      ],
      // Each workflow of the form walks a submission once at a time; a batch may run beside a waiting approval.
      [
        { companyId: 1, submissionId: 1, workflowId: 1 },
        {
          unique: true,
          partialFilterExpression: { state: 'active' },
          name: 'one-active-run-of-each-workflow',
        },
      ],
      [{ companyId: 1, submissionId: 1, startedAt: -1 }],
      [{ companyId: 1, state: 1, startedAt: -1, _id: -1 }],
    ],
  })
}
