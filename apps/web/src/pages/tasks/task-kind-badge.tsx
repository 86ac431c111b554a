import type { TaskView } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { messages } from './messages.ts'

export function TaskKindBadge({ kind }: { kind: TaskView['kind'] }) {
  return (
    <StatusBadge
      tone={kind === 'approval' || kind === 'edit-form' ? 'waiting' : 'warning'}
      word={messages.kinds[kind]}
    />
  )
}
