import type { BatchView } from '@fieldledger/contract'
import { type Column, DataTable, DateText, EmptyState, LoadState, StatusBadge } from '@fieldledger/ui'
import { IconStack2 } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { untilFinished } from '../../batches/until-finished.ts'
import { usePages } from '../../data/use-pages.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { messages } from './messages.ts'
import { OutcomeBadges } from './outcome-badges.tsx'

const words = messages.batches

const columns: Column<BatchView>[] = [
  {
    id: 'at',
    label: words.startedAt,
    cell: ({ startedAt }) => <DateText value={startedAt} />,
    oneLine: true,
  },
  { id: 'workflow', label: words.workflow, cell: workflowOf },
  { id: 'form', label: words.form, cell: ({ formName }) => formName },
  {
    id: 'origin',
    label: words.origin,
    cell: ({ origin, startedBy }) => startedBy ?? words.origins[origin],
  },
  { id: 'outcome', label: words.outcome, cell: ({ counts }) => <OutcomeBadges counts={counts} /> },
  {
    id: 'state',
    label: words.state,
    cell: ({ finishedAt }) => (
      <StatusBadge
        tone={finishedAt === null ? 'moving' : 'grey'}
        word={finishedAt === null ? words.underWay : words.finished}
      />
    ),
  },
]

function workflowOf({ workflowName, cause }: BatchView): string {
  return cause === null ? (workflowName ?? words.first) : words.cured(cause)
}

/** Each time that work was started for many forms at once, with what became of them. */
export function BatchesTab() {
  const navigate = useNavigate()
  const list = usePages<BatchView>({ key: ['batches'], path: '/batches', again: untilFinished })
  return (
    <LoadState query={list.query} retryLabel={messages.retry}>
      {() => (
        <DataTable
          label={words.title}
          rows={list.rows}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={({ id }) => navigate(`/sync/batches/${id}`)}
          empty={<EmptyState icon={<IconStack2 size={24} />} title={words.empty} hint={words.emptyHint} />}
          footer={<MoreRows {...list} />}
        />
      )}
    </LoadState>
  )
}
