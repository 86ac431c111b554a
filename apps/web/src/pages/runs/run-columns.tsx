import type { RunSummary } from '@fieldledger/contract'
import { type Column, DateText, StatusBadge } from '@fieldledger/ui'
import { runState } from '../../status/run-states.ts'
import { messages } from './messages.ts'

export const runColumns: readonly Column<RunSummary>[] = [
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
    wideOnly: true,
  },
  {
    id: 'version',
    label: messages.version,
    align: 'right',
    cell: (row) => row.workflowVersion,
    sortBy: (row) => row.workflowVersion,
    wideOnly: true,
  },
  {
    id: 'state',
    label: messages.state,
    cell: (row) => <StatusBadge {...runState(row.state)} />,
    sortBy: (row) => row.state,
  },
  { id: 'standsAt', label: messages.standsAt, cell: (row) => row.message ?? row.standsAt.join(', ') },
  {
    id: 'startedAt',
    oneLine: true,
    label: messages.startedAt,
    cell: (row) => <DateText value={row.startedAt} />,
    sortBy: (row) => row.startedAt,
  },
  {
    id: 'endedAt',
    oneLine: true,
    label: messages.endedAt,
    cell: (row) => (row.endedAt === null ? null : <DateText value={row.endedAt} />),
    sortBy: (row) => row.endedAt ?? '',
    wideOnly: true,
  },
]
