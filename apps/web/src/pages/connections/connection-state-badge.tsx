import { StatusBadge, type StatusTone } from '@fieldledger/ui'
import type { ConnectionState } from '@fieldledger/workflow'
import { messages } from './messages.ts'

const tones: Record<ConnectionState, StatusTone> = {
  active: 'good',
  'needs-reconnect': 'warning',
  disconnected: 'grey',
}

export function ConnectionStateBadge({ state }: { state: ConnectionState }) {
  return <StatusBadge tone={tones[state]} word={messages.states[state]} />
}
