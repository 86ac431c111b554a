import type { ImportReportView, Page } from '@fieldledger/contract'
import { type Column, DataTable, DateText, Panel } from '@fieldledger/ui'
import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { CsvLink } from '../../../lists/csv-link.tsx'
import type { CatalogueList } from '../catalogue-list.ts'
import { messages } from './messages.ts'
import { OutcomeBadges } from './outcome-badges.tsx'

const columns: readonly Column<ImportReportView>[] = [
  { id: 'file', label: messages.file, cell: ({ fileName }) => fileName },
  { id: 'at', label: messages.at, cell: ({ at }) => <DateText value={at} /> },
  { id: 'by', label: messages.by, cell: ({ by }) => by },
  {
    id: 'counts',
    label: messages.outcome,
    cell: ({ counts }) => (
      <Group gap={4}>
        <OutcomeBadges counts={counts} />
      </Group>
    ),
  },
]

/** Whoever left the page finds what their file did. */
export function EarlierFiles({ list }: { list: CatalogueList }) {
  const path = `/imports?list=${list}`
  const reports = useQuery({
    queryKey: ['imports', path],
    queryFn: ({ signal }) => api.get<Page<ImportReportView>>(path, signal),
  })
  const rows = reports.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={messages.earlier} flush>
      <DataTable
        label={messages.earlier}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        rowButton={{
          heading: messages.report,
          cell: ({ id }) => (
            <CsvLink path={`/imports/${id}/report.csv`} fileName="report.csv" label={messages.report} />
          ),
        }}
        empty={null}
        frameless
      />
    </Panel>
  )
}
