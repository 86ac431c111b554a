import { Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { comparedType } from '../submissions/paper-numbers.ts'
import type { StoredSubmission } from '../submissions/stored-submission.ts'

const mixed = Schema.Types.Mixed

const compared = { partialFilterExpression: { formType: comparedType } }

export function submissionSchema() {
  return companySchema<StoredSubmission>({
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
      // Read with what asks for them alone.
      firstStamps: { type: [mixed], default: undefined, select: false },
      runId: String,
      paperNumbers: { type: [String], default: undefined },
    },
    indexes: [
      [{ companyId: 1, submittedAt: -1, _id: -1 }],
      [{ companyId: 1, formId: 1, submittedAt: -1 }],
      [{ companyId: 1, formId: 1, _id: 1 }],
      [{ companyId: 1, submittedBy: 1, submittedAt: -1 }],
      [{ companyId: 1, vendorId: 1, submittedAt: -1 }],
      // The same paper twice: by its number, and by its total.
      [{ companyId: 1, vendorId: 1, paperNumbers: 1 }, compared],
      [{ companyId: 1, vendorId: 1, 'totals.total.minor': 1 }, compared],
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
