import type { Field } from '@fieldledger/forms'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'

export function ConstantInput(props: {
  field: Field | undefined
  value: string
  place: string
  onChange(value: string, typing?: string): void
}) {
  const { field, value, place, onChange } = props
  const shared = {
    'data-place': place,
    label: messages.value,
    error: useProblemAt(place),
    withAsterisk: true,
  }
  const options = optionsOf(field)
  if (options !== undefined)
    return (
      <Select
        {...shared}
        data={options}
        value={value === '' ? null : value}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    )
  if (field?.kind === 'paragraph')
    return (
      <Textarea
        {...shared}
        value={value}
        maxLength={4000}
        minRows={3}
        autosize
        onChange={(event) => onChange(event.currentTarget.value, place)}
      />
    )
  return (
    <TextInput
      {...shared}
      type={field?.kind === 'date' ? 'date' : 'text'}
      inputMode={field?.kind === 'number' || field?.kind === 'money' ? 'decimal' : 'text'}
      value={value}
      maxLength={300}
      onChange={(event) => onChange(event.currentTarget.value, place)}
    />
  )
}

function optionsOf(field: Field | undefined): { value: string; label: string }[] | undefined {
  if (field?.kind === 'yes-no')
    return Object.entries(messages.yesNo).map(([value, label]) => ({ value, label }))
  if (field?.kind !== 'choose' || field.source.from !== 'options') return undefined
  return field.source.options.map(({ id, label }) => ({ value: id, label }))
}
