import { ordinal, type Recurrence } from '@fieldledger/workflow'
import { Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'

type Every = Recurrence['every']

const choices = Object.entries(messages.choices).map(([value, label]) => ({ value, label }))
const weekdays = messages.days.map((label, position) => ({ value: String(position + 1), label }))
const monthDays = [
  { value: 'last-day', label: messages.lastDay },
  ...Array.from({ length: 31 }, (_, day) => ({ value: String(day + 1), label: ordinal(day + 1) })),
]

/** When it happens, chosen in words. */
export function RecurrenceInput(props: { value: Recurrence; onChange(value: Recurrence): void }) {
  const { value, onChange } = props
  const problem = useProblemAt('recurrence')
  return (
    <>
      <Select
        data-place="recurrence"
        label={messages.when}
        data={choices}
        value={value.every}
        onChange={(every) => every !== null && onChange(fresh(every as Every, value))}
        error={problem}
        allowDeselect={false}
      />
      <Group align="flex-start" grow>
        {value.every === 'week' && (
          <MultiSelect
            label={messages.daysOfWeek}
            data={weekdays}
            value={value.on.map(String)}
            onChange={(on) => onChange({ ...value, on: on.map(Number) })}
          />
        )}
        {value.every === 'month' && (
          <Select
            label={messages.dayOfMonth}
            data={monthDays}
            value={String(value.on)}
            onChange={(on) => on !== null && onChange({ ...value, on: on === 'last-day' ? on : Number(on) })}
            allowDeselect={false}
          />
        )}
        {(value.every === 'hours' || value.every === 'minutes') && (
          <NumberInput
            label={messages[value.every]}
            min={value.every === 'hours' ? 1 : 5}
            max={value.every === 'hours' ? 12 : 59}
            clampBehavior="strict"
            allowDecimal={false}
            value={value.count}
            onChange={(count) => typeof count === 'number' && onChange({ ...value, count })}
          />
        )}
        {'at' in value && (
          <TextInput
            type="time"
            label={messages.at}
            value={value.at}
            onChange={({ currentTarget }) =>
              currentTarget.value !== '' && onChange({ ...value, at: currentTarget.value })
            }
          />
        )}
      </Group>
    </>
  )
}

/** Another choice keeps the time of day. */
function fresh(every: Every, before: Recurrence): Recurrence {
  const at = 'at' in before ? before.at : '17:00'
  switch (every) {
    case 'end-of-day':
      return { every }
    case 'hours':
      return { every, count: 1 }
    case 'minutes':
      return { every, count: 15 }
    case 'week':
      return { every, on: [1], at }
    case 'month':
      return { every, on: 'last-day', at }
    default:
      return { every, at }
  }
}
