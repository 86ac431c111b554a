import type { PortalPage } from '@fieldledger/contract'
import type { DocumentStatus } from '@fieldledger/forms'
import { type Column, DataTable, DateText, Money, Panel } from '@fieldledger/ui'
import { DocumentStatusBadge } from '../../status/document-status-badge.tsx'
import { messages } from './messages.ts'

type Sent = PortalPage['sent'][number]

const columns: readonly Column<Sent>[] = [
  {
    id: 'number',
    label: messages.columns.number,
    cell: ({ formName, number }) => `${formName} ${number ?? ''}`.trim(),
  },
  { id: 'at', label: messages.columns.at, cell: ({ submittedAt }) => <DateText value={submittedAt} /> },
  {
    id: 'total',
    label: messages.columns.total,
    cell: ({ total }) => <Money amount={total} />,
    align: 'right',
    oneLine: true,
  },
  {
    id: 'status',
    label: messages.columns.status,
    cell: ({ status }) => <DocumentStatusBadge status={status as DocumentStatus} />,
  },
]

export function PortalSent({ sent }: { sent: readonly Sent[] }) {
  if (sent.length === 0) return null
  return (
    <Panel title={messages.earlier} flush>
      <DataTable label={messages.earlier} rows={sent} columns={columns} rowId={({ id }) => id} empty={null} />
    </Panel>
  )
}
