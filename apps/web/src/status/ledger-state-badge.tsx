import type { LedgerState } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { ledgerStates, messages } from './messages.ts'

export function LedgerStateBadge({ ledger }: { ledger: LedgerState }) {
  const { word, tone } = ledgerStates[ledger.state]
  const hint = ledger.state === 'unknown' ? messages.unknownHint : ledger.message
  return <StatusBadge tone={tone} word={word} {...(hint === undefined ? {} : { title: hint })} />
}
