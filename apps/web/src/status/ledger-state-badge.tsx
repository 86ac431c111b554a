import type { LedgerState } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { ledgerStates, messages } from './messages.ts'

export function LedgerStateBadge({ ledger }: { ledger: LedgerState }) {
  const { word, tone } = ledgerStates[ledger.state]
  const hint = ledger.state === 'unknown' ? messages.unknownHint : ledger.message
  const title = hint === undefined ? {} : { title: hint }
  // Removed by hand there, and nobody has said yet what becomes of it.
  if (ledger.state === 'removed' && ledger.cure !== undefined)
    return <StatusBadge tone="warning" word={messages.removedIn(ledger.providerLabel)} {...title} />
  return <StatusBadge tone={tone} word={word} {...title} />
}
