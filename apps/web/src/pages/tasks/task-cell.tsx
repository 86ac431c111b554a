import type { TaskView } from '@fieldledger/contract'
import { Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'
import { taskName } from './task-name.ts'

/** What the task asks for, and beneath it why: ten documents that are held are ten different questions. */
export function TaskCell({ task }: { task: TaskView }) {
  const [reason, ...more] = task.problems
  return (
    <Stack gap={2} miw={240} style={{ overflowWrap: 'anywhere' }}>
      <span>{taskName(task)}</span>
      {reason === undefined ? null : (
        <Text size="xs" c="dimmed" fw={400}>
          {reason.message}
          {more.length === 0 ? '' : ` ${messages.moreReasons(more.length)}`}
        </Text>
      )}
    </Stack>
  )
}
