import type { SubmissionSummary } from '@fieldledger/contract'
import type { SubmissionChoice } from '@fieldledger/steps/views'
import { formatMoney } from '@fieldledger/ui'

export function describeSubmission(submission: SubmissionSummary): SubmissionChoice {
  const parts = [
    submission.number ?? submission.formName,
    submission.vendorName,
    formatMoney(submission.total, 'en'),
  ]
  return { id: submission.id, label: parts.filter((part) => part !== null).join(' · ') }
}
