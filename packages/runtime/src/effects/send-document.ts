import type { FieldMapping, UnlinkedItems } from '@fieldledger/workflow'
import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface SendDocument extends PersonalUseCase {
  submissionId: string
  connectionId: string
  /** Default: the mapping of the form's newest workflow version for this connection. */
  mapping?: FieldMapping
  unlinkedItems?: UnlinkedItems
}

export async function sendDocument(_input: SendDocument): Promise<{ effectId: string }> {
  throw new NotBuilt('sendDocument')
}
