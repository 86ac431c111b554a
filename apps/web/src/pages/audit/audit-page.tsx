import { type Column, DataTable, DateText, Drawer, EmptyState, LoadState, PageHeader } from '@fieldledger/ui'
import { Code, Stack, Text, TextInput } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { CsvLink } from '../../lists/csv-link.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import type { AuditEntry } from './audit-entry.ts'
import { messages } from './messages.ts'

const columns: readonly Column<AuditEntry>[] = [
  { id: 'what', label: messages.what, cell: ({ what }) => what, sortBy: ({ what }) => what },
  { id: 'who', label: messages.who, cell: ({ who }) => who, sortBy: ({ who }) => who },
  { id: 'target', label: messages.target, cell: ({ targetName }) => targetName },
  { id: 'result', label: messages.result, cell: ({ result }) => result },
  { id: 'at', label: messages.at, cell: ({ at }) => <DateText value={at} />, sortBy: ({ at }) => at },
]

export function AuditPage() {
  const [search] = useSearchParams()
  const [from, setFrom] = useSearchFilter('from')
  const [to, setTo] = useSearchFilter('to')
  const [opened, open] = useState<AuditEntry>()
  const filters = search.toString() === '' ? '' : `?${search}`
  const list = usePages<AuditEntry>({ key: ['audit'], path: `/audit${filters}` })
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
            onOpen={open}
            empty={
              filters === '' ? (
                <EmptyState
                  icon={<IconHistory size={24} />}
                  title={messages.emptyTitle}
                  hint={messages.emptyHint}
                />
              ) : (
                <NothingFound />
              )
            }
            tools={
              <>
                <SearchBox />
                <TextInput
                  type="date"
                  label={messages.from}
                  value={from}
                  onChange={(event) => setFrom(event.currentTarget.value)}
                />
                <TextInput
                  type="date"
                  label={messages.to}
                  value={to}
                  onChange={(event) => setTo(event.currentTarget.value)}
                />
              </>
            }
            aside={<CsvLink path={`/audit.csv${filters}`} fileName="audit.csv" />}
            footer={<MoreRows {...list} />}
          />
        )}
      </LoadState>
      <Drawer
        title={opened?.what ?? messages.detailsTitle}
        opened={opened !== undefined}
        onClose={() => open(undefined)}
        closeLabel={messages.close}
      >
        <Stack>
          <Text fw={600}>{messages.before}</Text>
          <Code block>{JSON.stringify(opened?.before ?? null, null, 2)}</Code>
          <Text fw={600}>{messages.after}</Text>
          <Code block>{JSON.stringify(opened?.after ?? null, null, 2)}</Code>
        </Stack>
      </Drawer>
    </>
  )
}
