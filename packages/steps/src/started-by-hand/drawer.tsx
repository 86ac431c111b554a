import { Divider, Stack, Text } from '@mantine/core'
import { FilterInput } from '../views/filter-input.tsx'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import type { StartedByHandConfig } from './definition.ts'
import { messages } from './messages.ts'

export function Drawer({ config, onChange }: StepDrawerProps<StartedByHandConfig>) {
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {messages.about}
      </Text>
      <Divider label={messages.which} labelPosition="left" />
      <FilterInput value={config.filter} onChange={(filter) => onChange({ ...config, filter })} />
      <Divider />
      <RecipientsInput
        place="tell"
        label={messages.tell}
        value={config.tell}
        submitter={false}
        onChange={(tell) => onChange({ ...config, tell })}
      />
    </Stack>
  )
}
