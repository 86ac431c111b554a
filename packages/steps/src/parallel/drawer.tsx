import { SegmentedControl, Stack, Text } from '@mantine/core'
import type { StepDrawerProps } from '../views/step-view.ts'
import { mostBranches, type ParallelConfig } from './definition.ts'
import { messages } from './messages.ts'

const choices = Array.from({ length: mostBranches - 1 }, (_, position) => String(position + 2))

export function Drawer({ config, onChange }: StepDrawerProps<ParallelConfig>) {
  return (
    <Stack gap="md">
      <Stack gap={4} data-place="branches">
        <Text size="sm" fw={500} id="parallel-branches">
          {messages.branches}
        </Text>
        <SegmentedControl
          aria-labelledby="parallel-branches"
          data={choices}
          value={String(config.branches)}
          onChange={(chosen) => onChange({ branches: Number(chosen) })}
          fullWidth
        />
      </Stack>
      <Text size="sm" c="dimmed">
        {messages.about}
      </Text>
    </Stack>
  )
}
