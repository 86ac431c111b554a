import type { FormEvent } from '@fieldledger/workflow'

const words: Record<FormEvent, string> = {
  approved: 'approved',
  rejected: 'rejected',
  cancelled: 'cancelled',
  revised: 'revised',
  'status-changed': 'given another status',
  'label-changed': 'labelled anew',
  'in-ledger': 'in the ledger, verified',
}

/** "When a form is approved or cancelled" */
export function describeEvents(events: readonly FormEvent[], label?: string): string {
  const named = events.map((event) =>
    event === 'label-changed' && label !== undefined ? `labelled "${label}"` : words[event],
  )
  return named.length === 0 ? 'By no event yet' : `When a form is ${named.join(' or ')}`
}
