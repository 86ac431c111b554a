import { Stack, Textarea } from '@mantine/core'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { NotifyConfig } from './definition.ts'
import { messages } from './messages.ts'

export function Drawer({ config, onChange }: StepDrawerProps<NotifyConfig>) {
  const problem = useProblemAt('text')
  return (
    <Stack gap="lg">
      <RecipientsInput
        place="recipients"
        label={messages.recipients}
        value={config.recipients}
        submitter
        onChange={(recipients) => onChange({ ...config, recipients })}
      />
      <Textarea
        data-place="text"
        label={messages.text}
        description={messages.textHint}
        value={config.text}
        onChange={(event) => onChange({ ...config, text: event.currentTarget.value }, 'text')}
        error={problem}
        maxLength={1000}
        minRows={3}
        autosize
        withAsterisk
      />
    </Stack>
  )
}
