import type { SubmissionSummary } from '@fieldledger/contract'

/** On its way, or perhaps there: none of these is "not sent". */
const underWay: readonly string[] = ['waiting', 'sending', 'checking', 'unknown']

/** Approved, and neither in that ledger nor on its way there: it failed, or nobody ever sent it. */
export function isNotSent({ status, ledger }: SubmissionSummary, connectionId: string): boolean {
  const there = ledger.filter((one) => one.connectionId === connectionId)
  return (
    status === 'approved' &&
    there.every(({ remoteId, state }) => remoteId === undefined && !underWay.includes(state))
  )
}
