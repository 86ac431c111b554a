import type { FirstStatus, LedgerDocument } from '@fieldledger/accounting'

/** Reference §2.4. */
const statuses: Readonly<Record<FirstStatus, string>> = {
  draft: 'DRAFT',
  'awaiting-approval': 'SUBMITTED',
  approved: 'AUTHORISED',
}

/** G-04: a bill awaits approval and an order is approved, unless somebody chose otherwise. */
export function firstStatus({ firstStatus: chosen }: LedgerDocument, usual: FirstStatus): string {
  return statuses[chosen ?? usual]
}
