import type { ProposedVendor, Submission } from '@fieldledger/forms'
import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface SubmitForm extends PersonalUseCase {
  formId: string
  request: { id: string; formVersion: number; values: unknown; proposedVendors?: readonly ProposedVendor[] }
}

export async function submitForm(_input: SubmitForm): Promise<{ submission: Submission; created: boolean }> {
  throw new NotBuilt('submitForm')
}
