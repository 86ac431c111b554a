import type { FormEvent } from '@fieldledger/workflow'
import { Checkbox, Stack, Switch, Text, TextInput } from '@mantine/core'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { OnEventConfig } from './definition.ts'
import { messages } from './messages.ts'

const events = Object.entries(messages.words) as [FormEvent, string][]

export function Drawer({ config, onChange }: StepDrawerProps<OnEventConfig>) {
  const eventProblem = useProblemAt('events')
  const labelProblem = useProblemAt('label')
  const { label, ...withoutLabel } = config
  return (
    <Stack gap="md">
      <Checkbox.Group
        data-place="events"
        label={messages.events}
        value={[...config.events]}
        onChange={(chosen) => onChange({ ...config, events: inOrder(chosen) })}
        error={eventProblem}
      >
        <Stack gap="xs" mt="xs">
          {events.map(([value, word]) => (
            <Checkbox key={value} value={value} label={word} />
          ))}
        </Stack>
      </Checkbox.Group>
      {config.events.includes('label-changed') || label !== undefined ? (
        <TextInput
          data-place="label"
          label={messages.label}
          placeholder={messages.anyLabel}
          maxLength={60}
          value={label ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === '' ? withoutLabel : { ...config, label: value }, 'label')
          }
          error={labelProblem}
        />
      ) : null}
      <Switch
        label={messages.paused}
        checked={config.paused}
        onChange={({ currentTarget }) => onChange({ ...config, paused: currentTarget.checked })}
      />
      <Text size="sm" c="dimmed">
        {messages.loops}
      </Text>
    </Stack>
  )
}

/** As they stand in the list, whatever was ticked first. */
function inOrder(chosen: readonly string[]): FormEvent[] {
  return events.flatMap(([value]) => (chosen.includes(value) ? [value] : []))
}
