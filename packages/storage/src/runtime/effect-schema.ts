import { Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import type { StoredEffect } from './runtime-models.ts'

const mixed = Schema.Types.Mixed

export function effectSchema() {
  return companySchema<StoredEffect>({
    collection: 'effects',
    fields: {
      connectionId: String,
      submissionId: String,
      key: String,
      operation: String,
      target: mixed,
      revision: Number,
      request: mixed,
      requestHash: String,
      requestedBy: mixed,
      triedBy: String,
      state: String,
      waitingFor: String,
      dueAt: Date,
      wakes: Number,
      epoch: Number,
      attempts: Number,
      sends: Number,
      tries: Number,
      attemptGroup: Number,
      requestKey: String,
      frozen: mixed,
      firstSentAt: Date,
      sentAt: Date,
      dependsOn: [String],
      problems: [mixed],
      error: mixed,
      confirmation: mixed,
      overwrites: String,
      apartFrom: mixed,
      taskId: String,
      createdAt: Date,
      updatedAt: Date,
      claimedBy: String,
      claimToken: String,
      claimedAt: Date,
    },
    indexes: [
      // At most one effect for one intention: DESIGN §4 "A create effect".
      [{ companyId: 1, key: 1 }, { unique: true }],
      [{ dueAt: 1 }, { partialFilterExpression: { claimedBy: null, dueAt: { $type: 'date' } } }],
      [{ claimedBy: 1 }, { partialFilterExpression: { claimedBy: { $type: 'string' } } }],
      [{ companyId: 1, submissionId: 1 }],
      [
        { companyId: 1, 'target.vendorId': 1 },
        { partialFilterExpression: { 'target.vendorId': { $exists: true } } },
      ],
      [{ companyId: 1, dependsOn: 1 }],
      [{ companyId: 1, connectionId: 1, waitingFor: 1 }],
      // For the sweep across companies: empty as long as all connections stand.
      [
        { waitingFor: 1 },
        { partialFilterExpression: { waitingFor: 'connection' }, name: 'waiting-for-connection' },
      ],
      // No remote document belongs to two create effects.
      [
        { companyId: 1, connectionId: 1, 'target.documentKind': 1, 'confirmation.reference.id': 1 },
        {
          unique: true,
          partialFilterExpression: {
            operation: 'create',
            'target.kind': 'document',
            'confirmation.reference.id': { $exists: true },
          },
          name: 'one-holder',
        },
      ],
      // Which of ours bears a number there.
      [
        { companyId: 1, connectionId: 1, 'confirmation.number': 1 },
        { partialFilterExpression: { 'confirmation.number': { $exists: true } } },
      ],
      [{ companyId: 1, state: 1, updatedAt: -1 }],
      // What needs attention is few beside what arrived: nobody looks through the latter for it.
      [
        { companyId: 1, waitingFor: 1, state: 1 },
        { partialFilterExpression: { waitingFor: { $type: 'string' } }, name: 'waits-for-somebody' },
      ],
      [
        { companyId: 1, 'confirmation.verified': 1, state: 1 },
        { partialFilterExpression: { 'confirmation.verified': 'differs' }, name: 'differs-there' },
      ],
    ],
  })
}
