import type { ConnectionView } from '@fieldledger/contract'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import { api } from '../../api/api.ts'
import { LinkRecord } from '../../cures/link-record.tsx'
import { useDone } from '../../cures/use-done.ts'
import type { CatalogueList } from './catalogue-list.ts'
import type { CatalogueRecord } from './catalogue-record.ts'
import { messages } from './messages.ts'
import { OwedChanges } from './owed-changes.tsx'

/** Its pair in each ledger; unlink, or look for it there and link. */
export function LinksOfRecord(props: {
  list: CatalogueList
  record: CatalogueRecord
  connections: readonly ConnectionView[]
}) {
  const { record, list } = props
  const done = useDone()
  const free = props.connections.filter(
    ({ id, state }) => state === 'active' && !record.links.some((link) => link.connectionId === id),
  )
  const unlink = (connectionId: string) =>
    done(() => api.delete(`/${list}/${record.id}/links/${connectionId}`), messages.unlinked)
  return (
    <Stack gap="sm">
      <Title order={2}>{messages.link}</Title>
      <OwedChanges list={list} record={record} />
      {record.links.map((link) => (
        <Group key={link.connectionId} justify="space-between">
          <div>
            <Text fw={600}>{link.providerLabel}</Text>
            <Text size="sm" c="dimmed">
              {messages.linkedName(link.remote.name ?? link.remote.id)}
              {link.active ? '' : ` · ${messages.inactiveThere}`}
            </Text>
          </div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconUnlink size={14} aria-hidden />}
            onClick={() => void unlink(link.connectionId)}
          >
            {messages.unlink}
          </Button>
        </Group>
      ))}
      {free.map((connection) => (
        <LinkRecord
          key={connection.id}
          list={list}
          recordId={record.id}
          recordName={record.name}
          connectionId={connection.id}
          ledgerLabel={connection.providerLabel}
        />
      ))}
    </Stack>
  )
}
