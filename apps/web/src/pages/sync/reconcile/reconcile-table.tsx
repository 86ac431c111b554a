import type { ConnectionView, ReconciledRow, ReconcileView } from '@fieldledger/contract'
import { type Column, DataTable, DateText, EmptyState, Money } from '@fieldledger/ui'
import { Button, SegmentedControl } from '@mantine/core'
import { IconMoodCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchFilter } from '../../../data/use-search-filter.ts'
import { messages } from './messages.ts'
import { OutcomeBadge } from './outcome-badge.tsx'
import { SettleDrawer } from './settle-drawer.tsx'

type Shown = keyof typeof messages.shows

const columns: Column<ReconciledRow>[] = [
  { id: 'outcome', label: messages.outcome, cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { id: 'document', label: messages.document, cell: ({ documentLabel }) => documentLabel, oneLine: true },
  { id: 'number', label: messages.number, cell: ({ number }) => number ?? messages.noNumber, oneLine: true },
  { id: 'party', label: messages.vendor, cell: ({ party }) => party ?? '' },
  {
    id: 'date',
    label: messages.date,
    cell: ({ date }) => (date === null ? '' : <DateText value={date} />),
    oneLine: true,
  },
  { id: 'amount', label: messages.amount, cell: ({ amount }) => <Money amount={amount} />, align: 'right' },
  { id: 'what', label: messages.what, cell: whatOf },
]

function whatOf({ setAside, differences, outcome, sentAsNew }: ReconciledRow): string {
  if (sentAsNew) return messages.newSent
  if (setAside !== undefined) return `${messages.asideBy(setAside.by)}: ${setAside.reason}`
  if (differences.length === 0) return messages.short[outcome]
  return messages.fields(differences.map(({ field }) => field).join(', '))
}

function fits({ outcome, setAside }: ReconciledRow, shown: Shown): boolean {
  if (shown === 'all') return true
  if (shown === 'aside') return setAside !== undefined
  if (shown === 'agrees') return outcome === 'agrees'
  return outcome !== 'agrees' && setAside === undefined
}

/** Nothing is said to agree before everything was read. */
function emptyWords(view: ReconcileView, shown: Shown): { title: string; hint?: string } {
  if (view.state !== 'finished') return { title: messages.notRead, hint: messages.notReadHint }
  if (shown !== 'open' || view.rows.length === 0) return { title: messages.nothingSuch }
  return { title: messages.clean, hint: messages.cleanHint(view.rows.length) }
}

/** What is open first; everything else is one click away. */
export function ReconcileTable({ view, connection }: { view: ReconcileView; connection: ConnectionView }) {
  const [filter, setFilter] = useSearchFilter('show')
  const shown: Shown = Object.hasOwn(messages.shows, filter) ? (filter as Shown) : 'open'
  const [openId, open] = useState<string>()
  const rows = view.rows.filter((row) => fits(row, shown))
  const settling = view.rows.find(({ id }) => id === openId)
  return (
    <>
      <SegmentedControl
        aria-label={messages.show}
        w="fit-content"
        value={shown}
        onChange={(value) => setFilter(value === 'open' ? '' : value)}
        data={Object.entries(messages.shows).map(([value, label]) => ({ value, label }))}
      />
      <DataTable
        label={messages.title}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => open(id)}
        rowButton={{
          heading: messages.settle,
          cell: ({ id, outcome, sentAsNew }) => (
            <Button size="xs" variant="default" onClick={() => open(id)}>
              {outcome === 'agrees' || sentAsNew ? messages.look : messages.settle}
            </Button>
          ),
        }}
        empty={<EmptyState icon={<IconMoodCheck size={24} />} {...emptyWords(view, shown)} />}
      />
      {settling === undefined ? null : (
        <SettleDrawer row={settling} connection={connection} onClose={() => open(undefined)} />
      )}
    </>
  )
}
