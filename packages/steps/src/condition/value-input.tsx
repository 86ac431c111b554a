import { Select, TextInput } from '@mantine/core'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'
import type { ConditionSubject } from './subjects.ts'

export function ValueInput(props: {
  subject: ConditionSubject
  value: string
  onChange(value: string, typing?: string): void
}) {
  const { subject, value, onChange } = props
  const problem = useProblemAt('value')
  if (subject.options !== undefined)
    return (
      <Select
        data-place="value"
        label={messages.value}
        data={subject.options.map(({ id, label }) => ({ value: id, label }))}
        value={value === '' ? null : value}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
        error={problem}
        withAsterisk
      />
    )
  return (
    <TextInput
      data-place="value"
      type={subject.type === 'date' ? 'date' : 'text'}
      inputMode={subject.type === 'number' ? 'decimal' : 'text'}
      label={messages.value}
      description={messages.valueHints[subject.type]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value, 'value')}
      error={problem}
      maxLength={300}
      withAsterisk
    />
  )
}
