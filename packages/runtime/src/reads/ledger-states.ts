import type { Cure } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import type { Problem } from '@fieldledger/workflow'
import { NotBuilt } from '../errors/not-built.ts'
import type { UseCase } from '../use-case.ts'

/** The contract's LedgerState with `at` as a Date. */
export interface LedgerStateView {
  connectionId: string
  provider: string
  providerLabel: string
  documentLabel: string
  environment: string
  state:
    | 'waiting'
    | 'sending'
    | 'checking'
    | 'verified'
    | 'differs'
    | 'unknown'
    | 'needs-attention'
    | 'rejected'
    | 'closed'
    | 'removed'
    | 'stopped'
  effectId: string
  number?: string
  remoteId?: string
  url?: string
  sentRevision?: number
  changesNotSent: boolean
  message?: string
  cure?: Cure
  problems?: Problem[]
  at: Date
}

export interface LedgerStates extends UseCase {
  submissions: readonly Pick<Submission, 'id' | 'revision'>[]
}

/** Submission id → where it stands in each ledger. */
export async function ledgerStates(_input: LedgerStates): Promise<Map<string, LedgerStateView[]>> {
  throw new NotBuilt('ledgerStates')
}
