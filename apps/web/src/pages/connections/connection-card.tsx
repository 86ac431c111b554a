import type { ConnectionView } from '@fieldledger/contract'
import { Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { PracticeBadge } from '../../shell/practice-badge.tsx'
import { ConnectionStateBadge } from './connection-state-badge.tsx'
import classes from './connections-page.module.css'
import { SignalsBadge } from './signals-badge.tsx'

export function ConnectionCard({ connection }: { connection: ConnectionView }) {
  return (
    <Link to={`/connections/${connection.id}`} className={classes.card}>
      <img src={connection.logoUrl} alt="" width={36} height={36} />
      <Stack gap={2} style={{ flex: 1, minWidth: 0 }}>
        <Text fw={620} truncate>
          {connection.name || connection.providerLabel}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {connection.ledgerCompany ?? connection.providerLabel}
        </Text>
        <Group gap={6} mt={4}>
          <ConnectionStateBadge state={connection.state} />
          <SignalsBadge connection={connection} />
          {connection.environment === 'practice' ? <PracticeBadge /> : null}
        </Group>
      </Stack>
    </Link>
  )
}
