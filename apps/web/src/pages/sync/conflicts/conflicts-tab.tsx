import { EmptyState, LoadState } from '@fieldledger/ui'
import { Stack, Text } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useConflicts } from '../../../data/use-conflicts.ts'
import { ConflictCard } from './conflict-card.tsx'
import { messages } from './messages.ts'

/** Suppliers and items that were changed on both sides, each with its fields and the choice. */
export function ConflictsTab() {
  const conflicts = useConflicts()
  return (
    <LoadState query={conflicts} retryLabel={messages.retry}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState
            icon={<IconArrowsSplit2 size={24} />}
            title={messages.emptyTitle}
            hint={messages.emptyHint}
          />
        ) : (
          <Stack>
            <Text c="dimmed">{messages.hint}</Text>
            {rows.map((conflict) => (
              <ConflictCard key={conflict.id} conflict={conflict} />
            ))}
          </Stack>
        )
      }
    </LoadState>
  )
}
