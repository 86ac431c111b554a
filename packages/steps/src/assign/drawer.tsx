import { Radio, Select, Stack, Switch } from '@mantine/core'
import { peopleFields } from '../people-fields.ts'
import { useDrawerData } from '../views/drawer-data.ts'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { AssignConfig } from './definition.ts'
import { messages } from './messages.ts'

export function Drawer({ config, onChange }: StepDrawerProps<AssignConfig>) {
  const { form } = useDrawerData()
  const fieldProblem = useProblemAt('field')
  const fields = peopleFields(form)
  return (
    <Stack gap="lg">
      <Radio.Group
        label={messages.by}
        value={config.by}
        onChange={(by) => onChange({ ...config, by: by === 'field' ? 'field' : 'names' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="names" label={messages.byNames} />
          <Radio value="field" label={messages.byField} />
        </Stack>
      </Radio.Group>
      {config.by === 'names' ? (
        <RecipientsInput
          place="who"
          label={messages.who}
          value={config.who}
          submitter
          onChange={(who) => onChange({ ...config, who })}
        />
      ) : (
        <Select
          data-place="field"
          label={messages.field}
          placeholder={messages.chooseField}
          description={fields.length === 0 ? messages.noField : undefined}
          data={fields.map(({ id, label }) => ({ value: id, label }))}
          value={config.field ?? null}
          onChange={(field) => field !== null && onChange({ ...config, field })}
          error={fieldProblem}
          withAsterisk
        />
      )}
      <Switch
        label={messages.tell}
        description={messages.tellHint}
        checked={config.tell}
        onChange={(event) => onChange({ ...config, tell: event.currentTarget.checked })}
      />
    </Stack>
  )
}
