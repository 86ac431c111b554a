import { Group, TextInput } from '@mantine/core'

interface Day {
  label: string
  /** year-month-day; '' = not chosen yet. */
  value: string
  onChange(day: string): void
}

/** Two days beside each other, the first and the last of a range. */
export function DateRange({ days }: { days: readonly [Day, Day] }) {
  return (
    <Group grow>
      {days.map(({ label, value, onChange }) => (
        <TextInput
          key={label}
          type="date"
          label={label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ))}
    </Group>
  )
}
