import { Radio, Select, Stack, TextInput } from '@mantine/core'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { SetStatusConfig } from './definition.ts'
import { messages } from './messages.ts'

type Status = NonNullable<SetStatusConfig['status']>

const statuses = Object.entries(messages.statuses).map(([value, label]) => ({ value, label }))

export function Drawer({ config, onChange }: StepDrawerProps<SetStatusConfig>) {
  const labelProblem = useProblemAt('label')
  const statusProblem = useProblemAt('status')
  return (
    <Stack gap="lg">
      <Radio.Group
        label={messages.what}
        value={config.set}
        onChange={(set) => onChange({ ...config, set: set === 'status' ? 'status' : 'label' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="label" label={messages.asLabel} description={messages.labelHint} />
          <Radio value="status" label={messages.asStatus} description={messages.statusHint} />
        </Stack>
      </Radio.Group>
      {config.set === 'label' ? (
        <TextInput
          data-place="label"
          label={messages.label}
          value={config.label ?? ''}
          onChange={(event) => onChange({ ...config, label: event.currentTarget.value }, 'label')}
          error={labelProblem}
          maxLength={60}
          withAsterisk
        />
      ) : (
        <Select
          data-place="status"
          label={messages.status}
          data={statuses}
          value={config.status ?? null}
          onChange={(status) => status !== null && onChange({ ...config, status: status as Status })}
          error={statusProblem}
          withAsterisk
        />
      )}
    </Stack>
  )
}
