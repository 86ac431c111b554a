import { ClearableSelect } from '@fieldledger/ui'
import { Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { messages } from './messages.ts'
import type { RecordField } from './record-fields.ts'
import { VendorOfMaterial } from './vendor-of-material.tsx'

export function RecordInput(props: {
  field: RecordField
  value: string
  /** Why it would be refused; said once the field was left. */
  problem: string | undefined
  tried: boolean
  onChange: (value: string) => void
}) {
  const { field, problem } = props
  const [left, setLeft] = useState(false)
  const error = problem !== undefined && (left || props.tried) ? messages.unfit(problem) : undefined
  const leaving = { error, onBlur: () => setLeft(true) }
  const accounts = useCatalogue('accounts', { enabled: field.kind === 'account' })
  if (field.kind === 'switch')
    return (
      <Switch
        label={field.label}
        description={messages.freeOfChargeHint}
        checked={props.value === 'true'}
        onChange={(event) => props.onChange(String(event.currentTarget.checked))}
      />
    )
  if (field.kind === 'vendor') return <VendorOfMaterial {...props} />
  if (field.kind === 'account' || field.kind === 'role') {
    const data =
      field.kind === 'role'
        ? Object.entries(messages.roles).map(([value, label]) => ({ value, label }))
        : (accounts.data ?? []).map(({ id, name, number }) => ({
            value: id,
            label: number ? `${number} ${name}` : name,
          }))
    return (
      <ClearableSelect
        label={field.label}
        searchable
        clearable={field.kind === 'account'}
        clearLabel={messages.clear}
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
        {...leaving}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    )
  return (
    <TextInput
      label={field.label}
      required={field.required ?? false}
      {...(field.kind === 'emails' ? { description: messages.severalEmails } : {})}
      inputMode={field.kind === 'decimal' ? 'decimal' : 'text'}
      value={props.value}
      {...leaving}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
