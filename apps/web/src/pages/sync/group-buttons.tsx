import type { AttentionGroup, RetryGroupAnswer } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Button, Group } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import { onTheForm } from './on-the-form.ts'

/** How many one cause holds, and one click for all of them; what is left of the group says how far it is. */
export function GroupButtons({ group }: { group: AttentionGroup }) {
  const mayRun = useMay('run.manage')
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () => api.post<RetryGroupAnswer>('/needs-attention/retry', { code: group.code }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const said =
    retry.error === null ? retry.data && messages.groupRetried(retry.data) : sentenceOf(retry.error)
  return (
    <Group gap="xs">
      <StatusBadge tone="warning" word={messages.count(group.entries.length)} />
      {mayRun && !onTheForm.includes(group.code) ? (
        <Button
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {messages.retryGroup(group.entries.length)}
        </Button>
      ) : null}
      <span role="status">{said}</span>
    </Group>
  )
}
