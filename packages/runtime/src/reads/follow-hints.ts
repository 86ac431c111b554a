import { companyScope } from '@fieldledger/workflow'
import type { Hint } from '../ports/submission-store.ts'
import type { UseCase } from '../use-case.ts'

export interface FollowHints extends UseCase {
  signal: AbortSignal
}

/** Company-wide hints for open pages (GET /events). */
export function followHints({ runtime, companyId, signal }: FollowHints): AsyncIterable<Hint> {
  return runtime.ports.timelineFollower.hints({ scope: companyScope(companyId), signal })
}
