import type { Submission } from '@fieldledger/forms'
import { Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import type { Stored } from './record.ts'

const mixed = Schema.Types.Mixed

export function submissionSchema() {
  return companySchema<Stored<Submission>>({
    collection: 'submissions',
    fields: {
      formId: String,
      formVersion: Number,
      formType: String,
      formName: String,
      number: String,
      status: String,
      label: String,
      responsible: mixed,
      revision: Number,
      values: mixed,
      currency: String,
      totals: mixed,
      documents: mixed,
      madeFrom: String,
      vendorId: String,
      projectId: String,
      submittedBy: String,
      submittedAt: Date,
      updatedAt: Date,
      timelineSeq: Number,
      runId: String,
    },
    indexes: [
      [{ companyId: 1, submittedAt: -1, _id: -1 }],
      [{ companyId: 1, formId: 1, submittedAt: -1 }],
      [{ companyId: 1, formId: 1, _id: 1 }],
      [{ companyId: 1, submittedBy: 1, submittedAt: -1 }],
      [{ companyId: 1, vendorId: 1, submittedAt: -1 }],
      [{ companyId: 1, madeFrom: 1 }, { partialFilterExpression: { madeFrom: { $exists: true } } }],
      [{ companyId: 1, projectId: 1, submittedAt: -1 }],
      [
        { companyId: 1, 'responsible.people': 1, submittedAt: -1 },
        { partialFilterExpression: { responsible: { $exists: true } } },
      ],
      [
        { companyId: 1, formId: 1, number: 1 },
        { unique: true, partialFilterExpression: { number: { $exists: true } } },
      ],
    ],
  })
}
