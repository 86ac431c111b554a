import type { ConnectionView, SyncItemsAnswer } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { GoesOnElsewhere } from './goes-on-elsewhere.tsx'
import { ItemOwnerTable } from './item-owner-table.tsx'
import { ItemRuleTable } from './item-rule-table.tsx'
import { messages } from './messages.ts'
import { SyncPart } from './sync-part.tsx'
import { SyncedItemsTable } from './synced-items-table.tsx'
import { useSync } from './use-sync.ts'

/** The button Sync Items, and what it did. */
export function SyncItemsPanel({ connection }: { connection: ConnectionView }) {
  const sync = useSync(() => api.post<SyncItemsAnswer>(`/connections/${connection.id}/sync-items`))
  const rows = sync.data?.rows ?? []
  const paired = rows.filter(({ ourId, outcome }) => ourId !== undefined && outcome !== 'disappeared')
  return (
    <Panel title={messages.syncTitle}>
      <Stack>
        <Text c="dimmed">{messages.syncHint(connection.providerLabel)}</Text>
        <SyncPart sync={sync} label={messages.syncItems} />
        <GoesOnElsewhere shown={sync.data?.underWay === true} />
        {sync.data?.underWay === false ? (
          <Group role="status" gap="md">
            <Text fw={600}>{messages.syncedTitle(paired.length)}</Text>
            <Anchor component={Link} to={`/catalogue/materials?show=unlinked&ledger=${connection.id}`}>
              {messages.stillNotMapped(sync.data.notMapped)}
            </Anchor>
          </Group>
        ) : null}
        {rows.length > 0 ? <SyncedItemsTable rows={rows} /> : null}
        <ItemOwnerTable connection={connection} />
        <ItemRuleTable connection={connection} />
      </Stack>
    </Panel>
  )
}
