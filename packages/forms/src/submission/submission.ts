import type { Money } from '@fieldledger/accounting/money'
import type { FormType } from '../form/form-type.ts'
import type { DocumentStatus } from './document-status.ts'
import type { FileReference, SubmissionValues } from './values.ts'

/** One filled copy of a form. `totals` are stored at submit, never recomputed on read. */
export interface Submission {
  id: string
  companyId: string
  formId: string
  formVersion: number
  formType: FormType
  formName: string
  /** Given by the server at first acceptance; absent for a draft. */
  number?: string
  status: DocumentStatus
  label?: string
  /** Whose affair it is: ids of people, names of roles. Set by a workflow. */
  responsible?: { people: string[]; roles: string[] }
  /** 0 as a draft, 1 at first submit, +1 with each revise. */
  revision: number
  values: SubmissionValues
  currency: string
  totals: SubmissionTotals
  /** Step id → the document of this form that the step kept last. */
  documents?: Record<string, FileReference>
  /** The order that it was made from; its lines carry the ids of the order's lines. */
  madeFrom?: string
  vendorId?: string
  projectId?: string
  submittedBy: string
  submittedAt: Date
  updatedAt: Date
  /** The last sequence number of its timeline. */
  timelineSeq: number
  runId?: string
}

export interface SubmissionTotals {
  net: Money
  tax: Money
  total: Money
}
