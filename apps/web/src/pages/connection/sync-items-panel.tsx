import type { ConnectionView, SyncItemsAnswer } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'
import { SyncedItemsTable } from './synced-items-table.tsx'

/** The button Sync Items, and what it did. */
export function SyncItemsPanel({ connection }: { connection: ConnectionView }) {
  const queries = useQueryClient()
  const sync = useMutation({
    mutationFn: () => api.post<SyncItemsAnswer>(`/connections/${connection.id}/sync-items`),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['catalogue'] })
      void queries.invalidateQueries({ queryKey: ['connections'] })
    },
  })
  const rows = sync.data?.rows ?? []
  const paired = rows.filter(({ ourId, outcome }) => ourId !== undefined && outcome !== 'disappeared')
  return (
    <Panel title={messages.syncTitle}>
      <Stack>
        <Text c="dimmed">{messages.syncHint(connection.providerLabel)}</Text>
        <Group>
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={sync.isPending}
            onClick={() => sync.mutate()}
          >
            {messages.syncItems}
          </Button>
        </Group>
        {sync.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(sync.error)}
          </Alert>
        ) : null}
        {sync.data ? (
          <Group role="status" gap="md">
            <Text fw={600}>{messages.syncedTitle(paired.length)}</Text>
            <Anchor component={Link} to={`/catalogue/materials?show=unlinked&ledger=${connection.id}`}>
              {messages.stillNotMapped(sync.data.notMapped)}
            </Anchor>
          </Group>
        ) : null}
        {rows.length > 0 ? <SyncedItemsTable rows={rows} /> : null}
      </Stack>
    </Panel>
  )
}
