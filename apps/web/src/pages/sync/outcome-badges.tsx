import type { BatchView } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Group } from '@mantine/core'
import { messages } from './messages.ts'
import { outcomeTones } from './outcome-tones.ts'

const { outcomes } = messages.batches
export const outcomeNames = Object.keys(outcomes) as (keyof BatchView['counts'])[]

/** How many of a batch ended in which way; what nobody met is left out. */
export function OutcomeBadges({ counts }: Pick<BatchView, 'counts'>) {
  return (
    <Group gap={4}>
      {outcomeNames
        .filter((name) => counts[name] > 0)
        .map((name) => (
          <StatusBadge
            key={name}
            tone={outcomeTones[name]}
            word={`${counts[name]} ${outcomes[name].toLowerCase()}`}
          />
        ))}
    </Group>
  )
}
