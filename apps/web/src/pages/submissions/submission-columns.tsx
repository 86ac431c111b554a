import type { SubmissionSummary } from '@fieldledger/contract'
import { type Column, DateText, Money } from '@fieldledger/ui'
import { Group } from '@mantine/core'
import { DocumentStatusBadge } from '../../status/document-status-badge.tsx'
import { LedgerStateBadge } from '../../status/ledger-state-badge.tsx'
import { messages } from './messages.ts'

export const submissionColumns: readonly Column<SubmissionSummary>[] = [
  {
    id: 'number',
    oneLine: true,
    label: messages.number,
    cell: (row) => row.number ?? messages.numberFollows,
    sortBy: (row) => row.number ?? '',
  },
  {
    id: 'form',
    cut: 13,
    label: messages.form,
    cell: (row) => row.formName,
    sortBy: (row) => row.formName,
  },
  {
    id: 'vendor',
    cut: 18,
    label: messages.vendor,
    cell: (row) => row.vendorName,
    sortBy: (row) => row.vendorName ?? '',
  },
  {
    id: 'project',
    cut: 16,
    label: messages.project,
    cell: (row) => row.projectName,
    filled: (row) => Boolean(row.projectName),
    wideOnly: true,
  },
  {
    id: 'total',
    oneLine: true,
    label: messages.total,
    align: 'right',
    cell: (row) => <Money amount={row.total} />,
    sortBy: (row) => row.total.minor,
  },
  {
    id: 'status',
    label: messages.status,
    cell: (row) => <DocumentStatusBadge status={row.status} />,
    sortBy: (row) => row.status,
  },
  {
    id: 'ledger',
    label: messages.ledger,
    cell: (row) => (
      <Group gap={4}>
        {row.ledger.map((ledger) => (
          <LedgerStateBadge key={ledger.effectId} ledger={ledger} />
        ))}
      </Group>
    ),
  },
  {
    id: 'responsible',
    cut: 10,
    label: messages.responsible,
    cell: (row) => row.responsible,
    filled: (row) => Boolean(row.responsible),
    wideOnly: true,
  },
  { id: 'by', cut: 10, label: messages.by, cell: (row) => row.submittedBy, wideOnly: true },
  {
    id: 'at',
    oneLine: true,
    label: messages.at,
    cell: (row) => <DateText value={row.submittedAt} style="date" />,
    sortBy: (row) => row.submittedAt,
  },
]
