import { Group, NumberInput, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { WaitConfig, WaitUnit } from './definition.ts'
import { messages } from './messages.ts'

const choices = Object.entries(messages.choices).map(([value, label]) => ({ value, label }))
const units = Object.entries(messages.units).map(([value, label]) => ({ value, label }))
const starts: Record<WaitConfig['until'], WaitConfig> = {
  duration: { until: 'duration', amount: 1, unit: 'days' },
  date: { until: 'date', time: '09:00' },
  field: { until: 'field', time: '09:00' },
}

export function Drawer({ config, onChange }: StepDrawerProps<WaitConfig>) {
  return (
    <Stack gap="lg">
      <Radio.Group
        label={messages.until}
        value={config.until}
        onChange={(until) => onChange(starts[until as WaitConfig['until']])}
      >
        <Stack gap="xs" mt="xs">
          {choices.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {config.until === 'duration' ? (
        <DurationInput config={config} onChange={onChange} />
      ) : (
        <DateInputs config={config} onChange={onChange} />
      )}
      <Text size="sm" c="dimmed">
        {messages.zone}
      </Text>
    </Stack>
  )
}

function DurationInput({ config, onChange }: StepDrawerProps<WaitConfig>) {
  const problem = useProblemAt('amount')
  const { amount: _amount, ...rest } = config
  return (
    <Group gap="sm" align="flex-start" grow>
      <NumberInput
        data-place="amount"
        label={messages.amount}
        value={config.amount ?? ''}
        onChange={(amount) => onChange(typeof amount === 'number' ? { ...rest, amount } : rest, 'amount')}
        min={1}
        max={999}
        allowDecimal={false}
        clampBehavior="strict"
        error={problem}
      />
      <Select
        label={messages.unit}
        data={units}
        value={config.unit ?? null}
        onChange={(unit) => unit !== null && onChange({ ...config, unit: unit as WaitUnit })}
        allowDeselect={false}
      />
    </Group>
  )
}

function DateInputs({ config, onChange }: StepDrawerProps<WaitConfig>) {
  const { form } = useDrawerData()
  const dateProblem = useProblemAt('date')
  const fieldProblem = useProblemAt('field')
  const timeProblem = useProblemAt('time')
  const { time: _time, ...rest } = config
  const fields = form.fields.filter(({ kind }) => kind === 'date')
  return (
    <Group gap="sm" align="flex-start" grow>
      {config.until === 'date' ? (
        <TextInput
          data-place="date"
          type="date"
          label={messages.date}
          value={config.date ?? ''}
          onChange={(event) => onChange({ ...config, date: event.currentTarget.value }, 'date')}
          error={dateProblem}
          withAsterisk
        />
      ) : (
        <Select
          data-place="field"
          label={messages.field}
          placeholder={messages.chooseField}
          nothingFoundMessage={messages.noDateField}
          data={fields.map(({ id, label }) => ({ value: id, label }))}
          value={fields.some(({ id }) => id === config.field) ? (config.field ?? null) : null}
          onChange={(field) => field !== null && onChange({ ...config, field })}
          error={fieldProblem}
          withAsterisk
        />
      )}
      <TextInput
        data-place="time"
        type="time"
        label={messages.time}
        value={config.time ?? ''}
        onChange={(event) => {
          const time = event.currentTarget.value
          onChange(time === '' ? rest : { ...rest, time }, 'time')
        }}
        error={timeProblem}
      />
    </Group>
  )
}
