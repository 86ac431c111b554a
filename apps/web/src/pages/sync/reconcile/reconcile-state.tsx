import type { ReconcileView } from '@fieldledger/contract'
import { DateText } from '@fieldledger/ui'
import { Alert, Group, Loader, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** How far the reading is, and what it waits for. */
export function ReconcileState({ view }: { view: ReconcileView }) {
  const { state, message, finishedAt, startedBy } = view
  if (state === 'failed')
    return (
      <Alert color="red" role="alert" title={messages.failed}>
        {message}
      </Alert>
    )
  if (state === 'reading')
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" aria-hidden />
        <Text size="sm">{messages.reading(view.read)}</Text>
        {message === undefined ? null : (
          <Text size="sm" c="dimmed">
            {`${messages.waits}: ${message}`}
          </Text>
        )}
      </Group>
    )
  return finishedAt === undefined ? null : (
    <Text size="sm" c="dimmed" component="div">
      {messages.readAt} <DateText value={finishedAt} /> · {startedBy}
    </Text>
  )
}
