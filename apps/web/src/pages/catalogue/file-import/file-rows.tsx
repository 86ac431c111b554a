import type { FileImportAnswer } from '@fieldledger/contract'
import { type Column, DataTable, StatusBadge } from '@fieldledger/ui'
import { Text } from '@mantine/core'
import { ChangedCells } from './changed-cells.tsx'
import { messages } from './messages.ts'
import { outcomeTones } from './outcomes.ts'

type Row = FileImportAnswer['rows'][number]

const columns: readonly Column<Row>[] = [
  {
    id: 'name',
    label: messages.name,
    cell: ({ name, line }) => name || messages.ofLine(line),
    sortBy: ({ name }) => name,
  },
  {
    id: 'line',
    label: messages.line,
    cell: ({ line }) => line,
    sortBy: ({ line }) => line,
    align: 'right',
    wideOnly: true,
  },
  {
    id: 'outcome',
    label: messages.outcome,
    cell: ({ outcome }) => <StatusBadge tone={outcomeTones[outcome]} word={messages.outcomes[outcome]} />,
    sortBy: ({ outcome }) => outcome,
  },
  { id: 'changes', label: messages.changes, cell: (row) => row.reason ?? <ChangedCells row={row} /> },
]

export function FileRows({ rows, all }: { rows: readonly Row[]; all: number }) {
  return (
    <DataTable
      label={messages.table}
      rows={rows}
      columns={columns}
      rowId={({ line }) => String(line)}
      empty={<Text p="md">{messages.noRows}</Text>}
      footer={rows.length < all ? messages.more(rows.length, all) : undefined}
    />
  )
}
