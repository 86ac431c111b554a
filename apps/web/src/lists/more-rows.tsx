import { Button } from '@mantine/core'
import { messages } from './messages.ts'

export function MoreRows(props: { hasMore: boolean; loadingMore: boolean; more: () => void }) {
  if (!props.hasMore) return null
  return (
    <Button variant="subtle" loading={props.loadingMore} onClick={props.more}>
      {messages.more}
    </Button>
  )
}
