import type { ConnectionView } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { useHealthSignals } from '../../data/use-health-signals.ts'
import { messages } from './messages.ts'

/** An active connection may be about to break all the same: how much there is to look at. */
export function SignalsBadge({ connection: { id, state } }: { connection: ConnectionView }) {
  const signals = useHealthSignals(id, { enabled: state === 'active' })
  if (state !== 'active' || signals === undefined || signals.length === 0) return null
  const isBroken = signals[0]?.severity === 'error'
  return <StatusBadge tone={isBroken ? 'bad' : 'warning'} word={messages.toLookAt(signals.length)} />
}
