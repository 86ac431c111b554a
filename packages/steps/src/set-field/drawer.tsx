import { Select, Stack, Text } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import { ConstantInput } from './constant-input.tsx'
import type { SetFieldConfig } from './definition.ts'
import { messages } from './messages.ts'
import { fittingFields, settableFields } from './settable-fields.ts'

type Source = SetFieldConfig['from']['source']
const sources = Object.entries(messages.sources).map(([value, label]) => ({ value, label }))
const fresh: Record<Source, SetFieldConfig['from']> = {
  constant: { source: 'constant', value: '' },
  field: { source: 'field' },
  today: { source: 'today' },
  submitter: { source: 'submitter' },
}

export function Drawer({ config, onChange }: StepDrawerProps<SetFieldConfig>) {
  const { form } = useDrawerData()
  const problems = {
    field: useProblemAt('field'),
    from: useProblemAt('from'),
    source: useProblemAt('from.field'),
  }
  const fields = settableFields(form)
  const field = fields.find(({ id }) => id === config.field)
  const { from } = config
  return (
    <Stack gap="md">
      <Select
        data-place="field"
        label={messages.field}
        placeholder={messages.chooseField}
        data={fields.map(({ id, label }) => ({ value: id, label }))}
        value={config.field ?? null}
        onChange={(chosen) => chosen !== null && onChange({ ...config, field: chosen })}
        error={problems.field}
        searchable
        withAsterisk
      />
      <Select
        data-place="from"
        label={messages.from}
        data={sources}
        value={from.source}
        allowDeselect={false}
        onChange={(source) => source !== null && onChange({ ...config, from: fresh[source as Source] })}
        error={problems.from}
      />
      {from.source === 'constant' && (
        <ConstantInput
          field={field}
          value={from.value}
          onChange={(value, typing) => onChange({ ...config, from: { source: 'constant', value } }, typing)}
        />
      )}
      {from.source === 'field' && (
        <Select
          data-place="from.field"
          label={messages.sourceField}
          placeholder={messages.chooseSource}
          data={
            field === undefined
              ? []
              : fittingFields(form, field).map(({ id, label }) => ({ value: id, label }))
          }
          value={from.field ?? null}
          onChange={(chosen) =>
            chosen !== null && onChange({ ...config, from: { source: 'field', field: chosen } })
          }
          error={problems.source}
          withAsterisk
        />
      )}
      <Text size="sm" c="dimmed">
        {messages.history}
      </Text>
    </Stack>
  )
}
