import type { Submission } from '@fieldledger/forms'
import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface CancelSubmission extends PersonalUseCase {
  submissionId: string
  reason: string
  removeFromLedger: boolean
}

export async function cancelSubmission(_input: CancelSubmission): Promise<{ submission: Submission }> {
  throw new NotBuilt('cancelSubmission')
}
