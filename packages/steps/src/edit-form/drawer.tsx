import { Stack, Switch, Textarea } from '@mantine/core'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import type { EditFormConfig } from './definition.ts'
import { messages } from './messages.ts'

export function Drawer({ config, onChange }: StepDrawerProps<EditFormConfig>) {
  return (
    <Stack gap="lg">
      <RecipientsInput
        place="assignees"
        label={messages.assignees}
        value={config.assignees}
        submitter
        onChange={(assignees) => onChange({ ...config, assignees })}
      />
      <Textarea
        data-place="instruction"
        label={messages.instruction}
        description={messages.instructionHint}
        value={config.instruction ?? ''}
        onChange={(event) => onChange({ ...config, instruction: event.currentTarget.value }, 'instruction')}
        maxLength={1000}
        minRows={3}
        autosize
      />
      <Switch
        label={messages.mail}
        description={messages.mailHint}
        checked={config.mail === true}
        onChange={(event) => onChange({ ...config, mail: event.currentTarget.checked })}
      />
    </Stack>
  )
}
