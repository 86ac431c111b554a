import { Group, NumberInput, Select, Stack, Switch } from '@mantine/core'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { Escalation, Reminders, TimerUnit } from './approval-timers.ts'
import { messages } from './messages.ts'

interface ChosenTimers {
  reminders?: Reminders
  escalate?: Escalation
}

const units = Object.entries(messages.units).map(([value, label]) => ({ value, label }))

/** What happens while nobody decides. */
export function TimerInputs(props: {
  value: ChosenTimers
  onChange(value: ChosenTimers, typing?: string): void
}) {
  const { reminders, escalate } = props.value
  const others = (kept: ChosenTimers): ChosenTimers => ({
    ...(kept.reminders === undefined ? {} : { reminders: kept.reminders }),
    ...(kept.escalate === undefined ? {} : { escalate: kept.escalate }),
  })
  return (
    <Stack gap="sm">
      <Switch
        label={messages.remind}
        checked={reminders !== undefined}
        onChange={(event) =>
          props.onChange({
            ...(event.currentTarget.checked ? { reminders: { every: 1, unit: 'days' } } : {}),
            ...(escalate === undefined ? {} : { escalate }),
          })
        }
      />
      {reminders !== undefined && (
        <TimeInput
          label={messages.every}
          amount={reminders.every}
          unit={reminders.unit}
          onChange={(every, unit) =>
            props.onChange(others({ ...props.value, reminders: { every, unit } }), 'every')
          }
        />
      )}
      <Switch
        label={messages.escalate}
        checked={escalate !== undefined}
        onChange={(event) =>
          props.onChange({
            ...(reminders === undefined ? {} : { reminders }),
            ...(event.currentTarget.checked
              ? { escalate: { after: 2, unit: 'days', to: { roles: ['admin'], people: [] } } }
              : {}),
          })
        }
      />
      {escalate !== undefined && (
        <>
          <TimeInput
            label={messages.after}
            amount={escalate.after}
            unit={escalate.unit}
            onChange={(after, unit) =>
              props.onChange(others({ ...props.value, escalate: { ...escalate, after, unit } }), 'after')
            }
          />
          <RecipientsInput
            place="escalate"
            label={messages.escalateTo}
            value={escalate.to}
            submitter={false}
            onChange={(to) => props.onChange(others({ ...props.value, escalate: { ...escalate, to } }))}
          />
        </>
      )}
    </Stack>
  )
}

function TimeInput(props: {
  label: string
  amount: number
  unit: TimerUnit
  onChange(amount: number, unit: TimerUnit): void
}) {
  return (
    <Group gap="sm" align="flex-end" grow>
      <NumberInput
        label={props.label}
        value={props.amount}
        onChange={(amount) => typeof amount === 'number' && amount > 0 && props.onChange(amount, props.unit)}
        min={1}
        max={90}
        allowDecimal={false}
        clampBehavior="strict"
      />
      <Select
        aria-label={`${props.label}: ${messages.unit}`}
        data={units}
        value={props.unit}
        onChange={(unit) => unit !== null && props.onChange(props.amount, unit as TimerUnit)}
        allowDeselect={false}
      />
    </Group>
  )
}
