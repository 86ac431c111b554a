import type { TaskView } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { messages } from './messages.ts'

export function TaskKindBadge({ kind }: { kind: TaskView['kind'] }) {
  return (
    <StatusBadge
      tone={kind === 'held' || kind === 'unknown' ? 'warning' : 'waiting'}
      word={messages.kinds[kind]}
    />
  )
}
