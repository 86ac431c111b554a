import type { FormContent } from '../form/form.ts'
import type { Submission } from '../submission/submission.ts'
import type { CompanyLogo } from './company-logo.ts'

/** All that stands on paper: a submission with the names that its ids mean. */
export interface PrintedForm {
  company: {
    name: string
    practice: boolean
    timeZone: string
    logo?: CompanyLogo
  }
  content: FormContent
  submission: Submission
  vendor?: { name: string; email?: string; phone?: string }
  /** Catalogue and people ids → names. */
  names: ReadonlyMap<string, string>
  submittedBy: string
  approvals: readonly PrintedApproval[]
}

export interface PrintedApproval {
  choice: 'approve' | 'reject'
  by: string
  at: Date
  note?: string
}
