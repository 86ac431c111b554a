import { Button, Group, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** Fewer are counted at a glance. */
const few = 20

/** Whoever goes down a long list sees how far it is read, and at its end how many there are. */
export function MoreRows(props: {
  rows: readonly unknown[]
  hasMore: boolean
  loadingMore: boolean
  more: () => void
}) {
  const count = props.rows.length
  if (!props.hasMore)
    return count <= few ? null : (
      <Text size="sm" c="dimmed" className="numeric">
        {messages.inAll(count)}
      </Text>
    )
  return (
    <Group gap="xs">
      <Button variant="default" loading={props.loadingMore} onClick={props.more}>
        {messages.more}
      </Button>
      <Text size="sm" c="dimmed" className="numeric">
        {messages.shown(count)}
      </Text>
    </Group>
  )
}
