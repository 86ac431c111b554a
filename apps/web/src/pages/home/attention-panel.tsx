import type { AttentionGroup, Page } from '@fieldledger/contract'
import { LoadState, Panel, StatusBadge } from '@fieldledger/ui'
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { useConflicts } from '../../data/use-conflicts.ts'
import { useMay } from '../../session/me-context.ts'
import classes from './home-page.module.css'
import { messages } from './messages.ts'

export function AttentionPanel() {
  const groups = useQuery({
    queryKey: ['attention'],
    queryFn: ({ signal }) => api.get<Page<AttentionGroup>>('/needs-attention', signal),
  })
  const conflicts = useConflicts({ enabled: useMay('catalogue.edit') }).data?.rows.length ?? 0
  return (
    <Panel
      title={messages.attention}
      flush
      aside={
        <Anchor component={Link} to="/sync/attention">
          {messages.openAttention}
        </Anchor>
      }
    >
      <LoadState query={groups} retryLabel={messages.retry}>
        {({ rows }) => (
          <>
            {rows.length === 0 && conflicts === 0 ? (
              <Text c="dimmed" p="md">
                {messages.attentionEmpty}
              </Text>
            ) : null}
            {rows.map((group) => (
              <Link key={group.key} to="/sync/attention" className={classes.row}>
                <Text className={classes.grow ?? ''}>{group.cause}</Text>
                <StatusBadge tone="warning" word={messages.documents(group.count)} />
              </Link>
            ))}
            {conflicts === 0 ? null : (
              <Link to="/sync/conflicts" className={classes.row}>
                <Text className={classes.grow ?? ''}>{messages.conflicts}</Text>
                <StatusBadge tone="warning" word={messages.toChoose(conflicts)} />
              </Link>
            )}
          </>
        )}
      </LoadState>
    </Panel>
  )
}
