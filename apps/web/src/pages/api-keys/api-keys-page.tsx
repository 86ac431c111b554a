import type { ApiKeyView } from '@fieldledger/contract'
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  LoadState,
  PageHeader,
  StatusBadge,
} from '@fieldledger/ui'
import { Button, Code } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchAll } from '../../data/fetch-all.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { ApiKeyDrawer } from './api-key-drawer.tsx'
import { messages, stateNames } from './messages.ts'
import { NewApiKeyDrawer } from './new-api-key-drawer.tsx'

const columns: readonly Column<ApiKeyView>[] = [
  { id: 'name', label: messages.name, cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'start', label: messages.start, cell: ({ start }) => <Code>{start}</Code>, wideOnly: true },
  {
    id: 'permissions',
    label: messages.permissions,
    cell: ({ permissions }) => messages.permissionCount(permissions.length),
    sortBy: ({ permissions }) => permissions.length,
  },
  { id: 'by', label: messages.createdBy, cell: ({ createdBy }) => createdBy, wideOnly: true },
  {
    id: 'expires',
    label: messages.expires,
    named: true,
    cell: ({ expiresAt }) => <DateText value={expiresAt} style="date" />,
    sortBy: ({ expiresAt }) => expiresAt,
    oneLine: true,
  },
  {
    id: 'used',
    label: messages.lastUsed,
    cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? messages.never : <DateText value={lastUsedAt} />),
    sortBy: ({ lastUsedAt }) => lastUsedAt ?? '',
    oneLine: true,
    // On a card two dates side by side cannot be told apart; the drawer names it.
    wideOnly: true,
  },
  {
    id: 'state',
    label: messages.state,
    cell: ({ state }) => <StatusBadge tone={state === 'active' ? 'good' : 'grey'} word={stateNames[state]} />,
    sortBy: ({ state }) => state,
  },
]

export function ApiKeysPage() {
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => fetchAll<ApiKeyView>('/api-keys', signal),
  })
  const [query] = useSearchFilter('q')
  const [making, setMaking] = useState(false)
  const [openId, open] = useState<string>()
  const wanted = query.toLowerCase()
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint}>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {messages.create}
        </Button>
      </PageHeader>
      <LoadState query={keys} retryLabel={messages.retry}>
        {(rows) => (
          <>
            <DataTable
              label={messages.label}
              rows={rows.filter(({ name, start }) => `${name} ${start}`.toLowerCase().includes(wanted))}
              columns={columns}
              rowId={({ id }) => id}
              onOpen={({ id }) => open(id)}
              empty={
                rows.length > 0 ? (
                  <NothingFound />
                ) : (
                  <EmptyState
                    icon={<IconKey size={24} />}
                    title={messages.emptyTitle}
                    hint={messages.emptyHint}
                  />
                )
              }
              tools={rows.length > 0 ? <SearchBox /> : null}
            />
            <ApiKeyDrawer apiKey={rows.find(({ id }) => id === openId)} onClose={() => open(undefined)} />
          </>
        )}
      </LoadState>
      <NewApiKeyDrawer opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
