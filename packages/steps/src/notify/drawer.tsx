import { Input, SegmentedControl, Stack, Switch, Textarea } from '@mantine/core'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import { leavesByMail, type NotifyConfig } from './definition.ts'
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
      <Input.Wrapper label={messages.way} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={messages.way}
          value={config.by ?? 'app'}
          data={Object.entries(messages.ways).map(([value, label]) => ({ value, label }))}
          onChange={(by) => onChange({ ...config, by: by as NonNullable<NotifyConfig['by']> })}
        />
      </Input.Wrapper>
      {leavesByMail(config) && (
        <Switch
          label={messages.attachPdf}
          description={messages.attachPdfHint}
          checked={config.attachPdf ?? false}
          onChange={(event) => onChange({ ...config, attachPdf: event.currentTarget.checked })}
        />
      )}
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
