import { Select, Textarea, TextInput } from '@mantine/core'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { messages } from './messages.ts'
import type { RecordField } from './record-fields.ts'

export function RecordInput(props: { field: RecordField; value: string; onChange: (value: string) => void }) {
  const { field } = props
  const accounts = useCatalogue('accounts', { enabled: field.kind === 'account' })
  if (field.kind === 'account' || field.kind === 'role') {
    const data =
      field.kind === 'role'
        ? Object.entries(messages.roles).map(([value, label]) => ({ value, label }))
        : (accounts.data ?? []).map(({ id, name, number }) => ({
            value: id,
            label: number ? `${number} ${name}` : name,
          }))
    return (
      <Select
        label={field.label}
        searchable
        clearable={field.kind === 'account'}
        value={props.value === '' ? null : props.value}
        data={data}
        onChange={(value) => props.onChange(value ?? '')}
      />
    )
  }
  if (field.kind === 'paragraph')
    return (
      <Textarea
        label={field.label}
        autosize
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    )
  return (
    <TextInput
      label={field.label}
      required={field.required ?? false}
      type={field.kind === 'email' ? 'email' : 'text'}
      inputMode={field.kind === 'decimal' ? 'decimal' : 'text'}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
