import type { Submission } from '@fieldledger/forms'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import type { StampsInForm } from '../runtime/stamps-in-form.ts'
import { comparedType, paperNumbers } from './paper-numbers.ts'

/** A row of `submissions`: with what it is looked up by, which is of no use elsewhere. */
export type StoredSubmission = Stored<Submission> & StampsInForm & { paperNumbers?: string[] }

export function storedSubmission(submission: Submission, companyId: string): StoredSubmission {
  const row = toStored(submission, companyId)
  return submission.formType === comparedType ? { ...row, paperNumbers: paperNumbers(row.values) } : row
}

export function submissionOf(row: unknown): Submission {
  const { paperNumbers: _index, firstStamps: _stamps, ...stored } = row as StoredSubmission
  return toEntity<Submission>(stored)
}
