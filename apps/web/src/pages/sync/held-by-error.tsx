import type { AttentionGroup, ExplainedError, Page } from '@fieldledger/contract'
import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { GroupButtons } from './group-buttons.tsx'
import { messages } from './messages.ts'

/** Whoever reads about an error finds what it holds just now, and the cure of it, in place. */
export function HeldByError({ row }: { row: Pick<ExplainedError, 'provider' | 'id'> }) {
  const groups = useQuery({
    queryKey: ['attention'],
    queryFn: ({ signal }) => api.get<Page<AttentionGroup>>('/needs-attention', signal),
  })
  if (groups.data === undefined) return null
  const held = groups.data.rows.filter(
    ({ explanation }) => explanation?.provider === row.provider && explanation.entry === row.id,
  )
  if (held.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {messages.errors.holdsNothing}
      </Text>
    )
  return (
    <Stack gap={6}>
      {held.map((group) => (
        <Alert key={group.key} variant="default" py={6} title={messages.errors.holds}>
          <Stack gap={6}>
            <Text>{group.cause}</Text>
            <Group gap="xs">
              <GroupButtons group={group} />
              <Anchor component={Link} size="sm" to="/sync/attention">
                {messages.errors.showHeld}
              </Anchor>
            </Group>
          </Stack>
        </Alert>
      ))}
    </Stack>
  )
}
