import type { SubmissionLinks } from '@fieldledger/contract'
import { Group, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

const words = messages.links

/** The progress of an order on a phone: six columns would not fit, so each line says what it has of each. */
export function ProgressCards({ lines }: { lines: SubmissionLinks['progress'] }) {
  return (
    <Stack gap="sm" role="list" aria-label={words.progress}>
      {lines.map(({ rowId, description, unit, ordered, received, toReceive, billed, toBill }) => (
        <Stack key={rowId} gap={2} role="listitem">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {description}
          </Text>
          <Amount word={words.ordered} value={unit === undefined ? ordered : `${ordered} ${unit}`} />
          {toReceive === undefined ? null : (
            <>
              <Amount word={words.received} value={received} />
              <Amount word={words.toReceive} value={toReceive} />
            </>
          )}
          <Amount word={words.billed} value={billed} />
          <Amount word={words.toBill} value={toBill} />
        </Stack>
      ))}
    </Stack>
  )
}

function Amount({ word, value }: { word: string; value: string }) {
  return (
    <Group justify="space-between" fz="sm">
      <Text c="dimmed" size="sm">
        {word}
      </Text>
      <span className="numeric">{value}</span>
    </Group>
  )
}
