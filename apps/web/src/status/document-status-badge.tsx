import type { DocumentStatus } from '@fieldledger/forms'
import { StatusBadge } from '@fieldledger/ui'
import { documentStatuses } from './messages.ts'

export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  return <StatusBadge {...documentStatuses[status]} />
}
