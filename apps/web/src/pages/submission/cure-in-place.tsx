import type { AttentionGroup, Page, SyncLogEntry } from '@fieldledger/contract'
import { Alert, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { AttentionButtons } from '../sync/attention-buttons.tsx'
import { GroupButtons } from '../sync/group-buttons.tsx'
import { messages } from './messages.ts'

/** What holds the form now, beside the exchange that failed: the cures that stand under Needs attention, in place. */
export function CureInPlace({ entry }: { entry: SyncLogEntry }) {
  const { submissionId, effectId, status } = entry
  const held = useQuery({
    queryKey: ['attention', 'of', submissionId],
    queryFn: ({ signal }) =>
      api.get<Page<AttentionGroup>>(`/needs-attention?submission=${submissionId}`, signal),
    enabled: status !== 'success' && submissionId !== null,
  })
  if (held.data === undefined) return null
  const causes = held.data.rows.flatMap((group) => {
    const one = group.entries.find((each) => each.effectId === effectId) ?? group.entries[0]
    return one === undefined ? [] : [{ group, one }]
  })
  if (causes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {messages.nothingHeld}
      </Text>
    )
  return (
    <Stack gap={6}>
      {causes.map(({ group, one }) => (
        <Alert key={group.key} variant="default" py={6} title={messages.heldNow}>
          <Stack gap={6}>
            {one.message === entry.message ? null : <Text>{one.message}</Text>}
            <Group gap="xs">
              <GroupButtons group={group} />
              <AttentionButtons entry={one} code={group.code} cure={group.cure} />
            </Group>
          </Stack>
        </Alert>
      ))}
    </Stack>
  )
}
