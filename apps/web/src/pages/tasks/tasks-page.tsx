import type { TaskView } from '@fieldledger/contract'
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  LoadState,
  Money,
  PageHeader,
  type Selection,
} from '@fieldledger/ui'
import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { BulkDecide } from './bulk-decide.tsx'
import { messages } from './messages.ts'
import { TaskCell } from './task-cell.tsx'
import { TaskKindBadge } from './task-kind-badge.tsx'
import { taskName } from './task-name.ts'
import { useTaskFilter } from './use-task-filter.ts'

const columns: readonly Column<TaskView>[] = [
  {
    id: 'task',
    label: messages.task,
    cell: (task) => <TaskCell task={task} />,
    sortBy: ({ title }) => title,
  },
  { id: 'kind', label: messages.kind, cell: ({ kind }) => <TaskKindBadge kind={kind} /> },
  {
    id: 'form',
    cut: 10,
    label: messages.form,
    cell: ({ submission }) => submission.formName,
    sortBy: ({ submission }) => submission.formName,
  },
  { id: 'vendor', cut: 15, label: messages.vendor, cell: ({ submission }) => submission.vendorName },
  {
    id: 'total',
    oneLine: true,
    label: messages.total,
    align: 'right',
    cell: ({ submission }) => <Money amount={submission.total} />,
    sortBy: ({ submission }) => submission.total.minor,
  },
  { id: 'who', label: messages.who, cell: (task) => task.assigneeNames.join(', '), wideOnly: true },
  {
    id: 'since',
    oneLine: true,
    label: messages.since,
    cell: ({ openedAt }) => <DateText value={openedAt} style="relative" />,
    sortBy: ({ openedAt }) => openedAt,
  },
]

const kinds = Object.entries(messages.kinds).map(([value, label]) => ({ value, label }))

/** A list that is seen at one glance is not searched. */
const few = 8

export function TasksPage() {
  const [scope, setScope] = useSearchFilter('scope')
  const navigate = useNavigate()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState(false)
  const list = usePages<TaskView>({ key: ['tasks'], path: scope === 'all' ? '/tasks?scope=all' : '/tasks' })
  const filter = useTaskFilter()
  const { hasMore, loadingMore, more } = list
  // What is searched is searched whole, not only as far as it happened to be loaded.
  const searchesOn = filter.active && hasMore && !loadingMore
  useEffect(() => {
    if (searchesOn) more()
  }, [searchesOn, more])
  const rows = list.rows.filter(filter.fits)
  const approvals = rows.filter(canBeMarked)
  const chosen = approvals.filter(({ id }) => marked.has(id))
  const selection: Selection<TaskView> = {
    heading: messages.marked,
    ids: marked,
    selectable: canBeMarked,
    label: (task) => messages.mark(taskName(task)),
    onToggle: ({ id }) => setMarked(toggled(marked, id)),
  }
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <LoadState query={list.query} retryLabel={messages.retry}>
        {() => (
          <DataTable
            label={messages.label}
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(`/tasks/${id}`)}
            {...(approvals.length < 2 ? {} : { selection })}
            empty={
              filter.active ? (
                <NothingFound />
              ) : (
                <EmptyState
                  icon={<IconChecklist size={24} />}
                  title={messages.emptyTitle}
                  hint={messages.emptyHint}
                />
              )
            }
            tools={
              <>
                <SegmentedControl
                  value={scope || 'mine'}
                  onChange={(value) => setScope(value === 'mine' ? '' : value)}
                  data={[
                    { value: 'mine', label: messages.mine },
                    { value: 'all', label: messages.all },
                  ]}
                />
                {list.rows.length > few || filter.active ? (
                  <>
                    <SearchBox />
                    <FilterSelect name="kind" label={messages.kind} options={kinds} />
                  </>
                ) : null}
              </>
            }
            aside={
              approvals.length < 2 ? null : (
                <Group gap="xs" mih={36}>
                  {chosen.length === 0 ? null : (
                    <Button onClick={() => setDeciding(true)}>{messages.bulk(chosen.length)}</Button>
                  )}
                  <Checkbox
                    label={messages.markAll}
                    checked={chosen.length === approvals.length}
                    indeterminate={chosen.length > 0 && chosen.length < approvals.length}
                    onChange={({ currentTarget: { checked } }) =>
                      setMarked(new Set(checked ? approvals.map(({ id }) => id) : []))
                    }
                  />
                </Group>
              )
            }
            footer={<MoreRows {...list} />}
          />
        )}
      </LoadState>
      <BulkDecide
        key={deciding ? 'opened' : 'closed'}
        tasks={chosen}
        opened={deciding}
        onClose={() => setDeciding(false)}
        onDone={(decided) => setMarked(new Set([...marked].filter((id) => !decided.includes(id))))}
      />
    </>
  )
}

function canBeMarked({ mine, kind, state }: TaskView): boolean {
  return mine && kind === 'approval' && state === 'open'
}

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  return new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id])
}
