import type { ReconcileOutcome } from '@fieldledger/contract'
import { StatusBadge, type StatusTone } from '@fieldledger/ui'
import { messages } from './messages.ts'

const tones: Record<ReconcileOutcome, StatusTone> = {
  agrees: 'good',
  differs: 'warning',
  'missing-there': 'bad',
  'unknown-here': 'warning',
}

export function OutcomeBadge({ outcome }: { outcome: ReconcileOutcome }) {
  return <StatusBadge tone={tones[outcome]} word={messages.outcomes[outcome]} />
}
