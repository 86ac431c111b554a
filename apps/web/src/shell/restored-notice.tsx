import type { ConnectionView } from '@fieldledger/contract'
import { DateText } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconHistory } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api/api.ts'
import { sentenceOf } from '../api/sentence-of.ts'
import { useConnections } from '../data/use-connections.ts'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'

const { restored: words } = messages

/** While our database is one from a backup: what that means, and how it ends (docs/operations.md). */
export function RestoredNotice() {
  const mayManage = useMay('connection.manage')
  const { data: connections = [] } = useConnections({ enabled: mayManage })
  const open = connections.filter(({ restored }) => restored?.compared === false)
  const [first] = open
  const [opened, { toggle }] = useDisclosure(false)
  if (!mayManage || first?.restored === undefined) return null
  return (
    <Alert color="yellow" mb="md" py={4} role="status">
      <Group gap="xs" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <IconHistory size={18} aria-hidden style={{ flexShrink: 0 }} />
          <Text size="sm">
            <b>{words.title}</b>, <DateText value={first.restored.at} style="date" />
          </Text>
        </Group>
        <Group gap={4}>
          <Button component={Link} to="/sync/reconcile" size="xs">
            {words.compare}
          </Button>
          <Button size="xs" variant="subtle" color="gray" aria-expanded={opened} onClick={toggle}>
            {opened ? words.less : words.more}
          </Button>
        </Group>
      </Group>
      {opened ? (
        <Stack gap="xs" py={6}>
          <Text size="sm">{words.meaning}</Text>
          <Group gap="xs">
            {open.map((connection) => (
              <Compared key={connection.id} connection={connection} />
            ))}
          </Group>
        </Stack>
      ) : null}
    </Alert>
  )
}

function Compared({ connection }: { connection: ConnectionView }) {
  const queries = useQueryClient()
  const name = connection.name || connection.providerLabel
  const say = useMutation({
    mutationFn: () => api.post<ConnectionView>(`/connections/${connection.id}/compared`, {}),
    onSuccess: () => {
      notifications.show({ message: words.over(name) })
      void queries.invalidateQueries({ queryKey: ['connections'] })
    },
    onError: (error) => notifications.show({ message: sentenceOf(error), color: 'red' }),
  })
  return (
    <Button
      size="xs"
      variant="default"
      h="auto"
      py={6}
      styles={{ label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.35 } }}
      loading={say.isPending}
      onClick={() => say.mutate()}
    >
      {words.compared(name)}
    </Button>
  )
}
