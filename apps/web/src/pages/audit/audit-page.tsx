import { type Column, DateText, Drawer, EmptyState, PageHeader } from '@fieldledger/ui'
import { Code, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { FilterInput } from '../../lists/filter-input.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
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
  const [opened, open] = useState<AuditEntry>()
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <PagedList
        label={messages.label}
        queryKey={['audit']}
        path="/audit"
        columns={columns}
        onOpen={open}
        empty={
          <EmptyState
            icon={<IconHistory size={24} />}
            title={messages.emptyTitle}
            hint={messages.emptyHint}
          />
        }
        filters={
          <>
            <FilterInput name="from" label={messages.from} type="date" width={140} />
            <FilterInput name="to" label={messages.to} type="date" width={140} />
          </>
        }
      />
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
