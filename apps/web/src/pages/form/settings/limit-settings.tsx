import { readDecimal } from '@fieldledger/accounting/money'
import type { Field } from '@fieldledger/forms'
import { Group, NumberInput, TextInput } from '@mantine/core'
import { messages } from '../messages.ts'
import { withPart } from './with-part.ts'

/** Unit and bounds of a number, how many files an attachment field takes. */
export function LimitSettings({ field, onChange }: { field: Field; onChange: (field: Field) => void }) {
  if (field.kind === 'attachments')
    return (
      <NumberInput
        label={messages.maximumFiles}
        min={1}
        max={50}
        value={field.maximum ?? ''}
        onChange={(value) => onChange(withPart(field, { maximum: value === '' ? undefined : Number(value) }))}
      />
    )
  if (field.kind !== 'number') return null
  return (
    <>
      <TextInput
        label={messages.unit}
        maxLength={30}
        value={field.unit ?? ''}
        onChange={(event) => onChange(withPart(field, { unit: event.currentTarget.value || undefined }))}
      />
      <Group grow>
        <NumberInput
          label={messages.minimum}
          decimalScale={6}
          value={field.minimum ?? ''}
          onChange={(value) => onChange(withPart(field, { minimum: readDecimal(String(value)) }))}
        />
        <NumberInput
          label={messages.maximum}
          decimalScale={6}
          value={field.maximum ?? ''}
          onChange={(value) => onChange(withPart(field, { maximum: readDecimal(String(value)) }))}
        />
      </Group>
    </>
  )
}
