import type { TaskView } from '@fieldledger/contract'
import { type Column, DataTable, DateText, EmptyState, LoadState, Money, PageHeader } from '@fieldledger/ui'
import { SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { messages } from './messages.ts'
import { TaskKindBadge } from './task-kind-badge.tsx'
import { taskName } from './task-name.ts'

const columns: readonly Column<TaskView>[] = [
  {
    id: 'task',
    label: messages.task,
    cell: taskName,
    sortBy: ({ title }) => title,
  },
  { id: 'kind', label: messages.kind, cell: ({ kind }) => <TaskKindBadge kind={kind} /> },
  {
    id: 'form',
    label: messages.form,
    cell: ({ submission }) => submission.formName,
    sortBy: ({ submission }) => submission.formName,
  },
  { id: 'vendor', label: messages.vendor, cell: ({ submission }) => submission.vendorName },
  {
    id: 'total',
    label: messages.total,
    align: 'right',
    cell: ({ submission }) => <Money amount={submission.total} />,
    sortBy: ({ submission }) => submission.total.minor,
  },
  { id: 'who', label: messages.who, cell: (task) => task.assigneeNames.join(', '), wideOnly: true },
  {
    id: 'since',
    label: messages.since,
    cell: ({ openedAt }) => <DateText value={openedAt} style="relative" />,
    sortBy: ({ openedAt }) => openedAt,
  },
]

export function TasksPage() {
  const [scope, setScope] = useSearchFilter('scope')
  const navigate = useNavigate()
  const list = usePages<TaskView>({ key: ['tasks'], path: scope === 'all' ? '/tasks?scope=all' : '/tasks' })
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <LoadState query={list.query} retryLabel={messages.retry}>
        {() => (
          <DataTable
            label={messages.label}
            rows={list.rows}
            columns={columns}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(`/tasks/${id}`)}
            empty={
              <EmptyState
                icon={<IconChecklist size={24} />}
                title={messages.emptyTitle}
                hint={messages.emptyHint}
              />
            }
            tools={
              <SegmentedControl
                value={scope || 'mine'}
                onChange={(value) => setScope(value === 'mine' ? '' : value)}
                data={[
                  { value: 'mine', label: messages.mine },
                  { value: 'all', label: messages.all },
                ]}
              />
            }
            footer={<MoreRows {...list} />}
          />
        )}
      </LoadState>
    </>
  )
}
