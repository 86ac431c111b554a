import type { ProposedVendor, Submission } from '@fieldledger/forms'
import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface ReviseSubmission extends PersonalUseCase {
  submissionId: string
  /** The revision that was looked at. */
  revision: number
  values: unknown
  proposedVendors?: readonly ProposedVendor[]
}

export async function reviseSubmission(_input: ReviseSubmission): Promise<{ submission: Submission }> {
  throw new NotBuilt('reviseSubmission')
}
