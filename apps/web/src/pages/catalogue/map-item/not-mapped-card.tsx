import type { ConnectionView, MaterialView, Page } from '@fieldledger/contract'
import { Group, Paper, Text, UnstyledButton } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { messages } from '../messages.ts'

/** How many materials have no pair in that ledger; pressed, the list shows them alone. */
export function NotMappedCard(props: {
  connection: ConnectionView
  chosen: boolean
  onChoose: (chosen: boolean) => void
}) {
  const { connection, chosen } = props
  const path = `/materials?show=unlinked&connectionId=${connection.id}&limit=1`
  const count = useQuery({
    queryKey: ['catalogue', 'materials', path],
    queryFn: ({ signal }) => api.get<Page<MaterialView>>(path, signal),
  })
  const total = count.data?.total
  if (total === undefined) return null
  return (
    <UnstyledButton aria-pressed={chosen} onClick={() => props.onChoose(!chosen)} maw={420}>
      <Paper
        withBorder
        p="sm"
        style={chosen ? { borderColor: 'var(--mantine-primary-color-filled)' } : undefined}
      >
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <IconLinkOff size={20} aria-hidden style={{ flexShrink: 0 }} />
          <div>
            <Text fw={600}>
              {messages.notMapped(total)} · {connection.providerLabel}
            </Text>
            <Text size="sm" c="dimmed">
              {total === 0
                ? messages.allMapped(connection.providerLabel)
                : messages.notMappedHint(connection.providerLabel)}
            </Text>
          </div>
        </Group>
      </Paper>
    </UnstyledButton>
  )
}
