import type { CallAsker, CallScope } from '@fieldledger/accounting'
import type { Effect } from '../ports/effect-store.ts'

/** For the Integration Log: what is sent says who had it sent, and who had it tried again. */
export function askerOf({
  requestedBy: { personId, runId, stepId, itself },
  triedBy,
}: Pick<Effect, 'requestedBy' | 'triedBy'>): Pick<CallScope, 'asked'> {
  const asked: CallAsker = {
    ...(personId === undefined ? {} : { personId }),
    ...(runId === undefined ? {} : { runId }),
    ...(stepId === undefined ? {} : { stepId }),
    ...(itself === undefined ? {} : { itself }),
    ...(triedBy === undefined ? {} : { triedBy }),
  }
  return Object.keys(asked).length === 0 ? {} : { asked }
}
