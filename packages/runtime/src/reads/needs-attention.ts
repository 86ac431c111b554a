import type { Cure, Money } from '@fieldledger/accounting'
import { NotBuilt } from '../errors/not-built.ts'
import type { UseCase } from '../use-case.ts'

/** The contract's AttentionGroup with `since` as a Date and the vendor as its id. */
export interface AttentionCause {
  cause: string
  code: string
  cure?: Cure
  entries: {
    submissionId: string
    number: string | null
    formName: string
    vendorId: string | null
    total: Money
    since: Date
    message: string
    runId?: string
    effectId?: string
    taskId?: string
  }[]
}

/** Causes first, documents beneath. */
export async function needsAttention(_input: UseCase): Promise<AttentionCause[]> {
  throw new NotBuilt('needsAttention')
}
