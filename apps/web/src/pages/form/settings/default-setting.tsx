import { readDecimal } from '@fieldledger/accounting/money'
import type { Field } from '@fieldledger/forms'
import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { MoneyInput } from '../../../filling/inputs/money-input.tsx'
import { useSignedIn } from '../../../session/me-context.ts'
import { messages } from '../messages.ts'
import { withPart } from './with-part.ts'

/** What stands in the field before anybody types. */
export function DefaultSetting({ field, onChange }: { field: Field; onChange: (field: Field) => void }) {
  const { currency } = useSignedIn().company
  switch (field.kind) {
    case 'text':
      return (
        <TextInput
          label={messages.defaultValue}
          maxLength={300}
          value={field.default ?? ''}
          onChange={(event) => onChange(withPart(field, { default: event.currentTarget.value || undefined }))}
        />
      )
    case 'paragraph':
      return (
        <Textarea
          label={messages.defaultValue}
          autosize
          maxLength={4000}
          value={field.default ?? ''}
          onChange={(event) => onChange(withPart(field, { default: event.currentTarget.value || undefined }))}
        />
      )
    case 'number':
      return (
        <NumberInput
          label={messages.defaultValue}
          value={field.default ?? ''}
          decimalScale={6}
          onChange={(value) => onChange(withPart(field, { default: readDecimal(String(value)) }))}
        />
      )
    case 'money':
      return (
        <MoneyInput
          label={messages.defaultValue}
          currency={currency}
          value={field.default}
          onChange={(value) =>
            typeof value === 'string' ? undefined : onChange(withPart(field, { default: value }))
          }
        />
      )
    case 'date':
      return (
        <NumberInput
          label={messages.defaultDays}
          description={messages.defaultDaysHint}
          min={-3660}
          max={3660}
          allowDecimal={false}
          value={field.defaultInDays ?? ''}
          onChange={(value) =>
            onChange(withPart(field, { defaultInDays: value === '' ? undefined : Number(value) }))
          }
        />
      )
    case 'yes-no':
      return (
        <Checkbox
          label={`${messages.defaultValue}: ${messages.yes}`}
          checked={field.default ?? false}
          onChange={(event) =>
            onChange(withPart(field, { default: event.currentTarget.checked || undefined }))
          }
        />
      )
    default:
      return null
  }
}
