import { Select, Stack, Text } from '@mantine/core'
import { settableFields } from '../field-values/settable-fields.ts'
import { ValueSourceInput } from '../field-values/value-source-input.tsx'
import { useDrawerData } from '../views/drawer-data.ts'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { SetFieldConfig } from './definition.ts'
import { messages } from './messages.ts'

export function Drawer({ config, onChange }: StepDrawerProps<SetFieldConfig>) {
  const { form } = useDrawerData()
  const problem = useProblemAt('field')
  const fields = settableFields(form)
  return (
    <Stack gap="md">
      <Select
        data-place="field"
        label={messages.field}
        placeholder={messages.chooseField}
        data={fields.map(({ id, label }) => ({ value: id, label }))}
        value={config.field ?? null}
        onChange={(chosen) => chosen !== null && onChange({ ...config, field: chosen })}
        error={problem}
        searchable
        withAsterisk
      />
      <ValueSourceInput
        field={fields.find(({ id }) => id === config.field)}
        value={config.from}
        at=""
        onChange={(from, typing) => onChange({ ...config, from }, typing)}
      />
      <Text size="sm" c="dimmed">
        {messages.history}
      </Text>
    </Stack>
  )
}
