import type { TaskView } from '@fieldledger/contract'
import { DateText, Panel } from '@fieldledger/ui'
import { Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { messages } from './messages.ts'

/** Where several must approve: who decided so far, and how many are still waited for. */
export function Votes({ task }: { task: TaskView }) {
  const { wanted, votes } = task
  if (wanted === 1) return null
  const approved = votes.filter(({ choice }) => choice === 'approve').length
  return (
    <Panel title={messages.votes(approved, wanted)}>
      <Stack gap="xs">
        {votes.length === 0 ? <Text c="dimmed">{messages.noVotes}</Text> : null}
        {votes.map(({ by, choice, note, at }) => (
          <Group key={`${by} ${at}`} gap="xs" wrap="nowrap">
            {choice === 'approve' ? (
              <IconCircleCheck size={18} aria-hidden />
            ) : (
              <IconCircleX size={18} aria-hidden />
            )}
            <Text style={{ overflowWrap: 'anywhere' }}>
              {messages.decided(by, choice)} · <DateText value={at} style="relative" />
              {note === undefined ? null : ` · ${note}`}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  )
}
