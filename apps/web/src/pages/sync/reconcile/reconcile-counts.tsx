import type { ReconcileView } from '@fieldledger/contract'
import { Paper, SimpleGrid, Text } from '@mantine/core'
import { messages } from './messages.ts'

const shown = ['missingThere', 'differs', 'unknownHere', 'agrees', 'setAside'] as const

/** The month at a glance: the first three are to come to zero. */
export function ReconcileCounts({ counts }: Pick<ReconcileView, 'counts'>) {
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }} spacing="xs">
      {shown.map((name) => (
        <Paper key={name} p="sm" withBorder style={{ background: 'var(--surface)' }}>
          <Text size="sm" c="dimmed">
            {messages.counts[name]}
          </Text>
          <Text fw={650} size="xl" className="numeric">
            {counts[name]}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  )
}
