import type { Money } from '@fieldledger/accounting/money'
import type { Field, FileReference, MaterialRow } from '@fieldledger/forms'
import { Text, Textarea, TextInput, Title } from '@mantine/core'
import { useFilling } from '../filling-context.ts'
import { MaterialTable } from '../materials/material-table.tsx'
import { AttachmentsInput } from './attachments-input.tsx'
import { ChooseFromCatalogue } from './choose-from-catalogue.tsx'
import { ChooseOptions } from './choose-options.tsx'
import { DecimalInput } from './decimal-input.tsx'
import { MoneyInput } from './money-input.tsx'
import { YesNoInput } from './yes-no-input.tsx'

/** The input of one field, whatever its kind. */
export function FieldInput({ field }: { field: Field }) {
  const { values, errors, currency, setValue } = useFilling()
  const value = values[field.id]
  const error = errors[field.id]
  const change = (next: unknown) => setValue(field.id, next)
  const common = { label: field.label, help: field.help, required: field.required, error }
  const plain = {
    label: field.label,
    description: field.help,
    withAsterisk: field.required ?? false,
    error,
    size: 'md',
    value: typeof value === 'string' ? value : '',
  } as const
  switch (field.kind) {
    case 'section':
      return (
        <div>
          <Title order={2}>{field.label}</Title>
          {field.help ? <Text c="dimmed">{field.help}</Text> : null}
        </div>
      )
    case 'text':
      return <TextInput {...plain} onChange={(event) => change(event.currentTarget.value)} />
    case 'paragraph':
      return (
        <Textarea {...plain} autosize minRows={2} onChange={(event) => change(event.currentTarget.value)} />
      )
    case 'date':
      return <TextInput {...plain} type="date" onChange={(event) => change(event.currentTarget.value)} />
    case 'number':
      return (
        <DecimalInput
          {...common}
          unit={field.unit ? <Text size="xs">{field.unit}</Text> : null}
          value={value as string | undefined}
          onChange={change}
        />
      )
    case 'money':
      return (
        <MoneyInput {...common} currency={currency} value={value as Money | undefined} onChange={change} />
      )
    case 'yes-no':
      return <YesNoInput {...common} value={value as boolean | undefined} onChange={change} />
    case 'choose': {
      const picked = (value ?? []) as string[]
      return field.source.from === 'options' ? (
        <ChooseOptions
          field={field}
          options={field.source.options}
          picked={picked}
          error={error}
          onChange={change}
        />
      ) : (
        <ChooseFromCatalogue
          field={field}
          catalogue={field.source.catalogue}
          picked={picked}
          error={error}
          onChange={change}
        />
      )
    }
    case 'attachments': {
      const files = (value ?? []) as FileReference[]
      return (
        <AttachmentsInput
          {...common}
          maximum={field.maximum}
          value={files}
          onAdd={(file) =>
            setValue(field.id, (before: unknown) => [...((before ?? []) as FileReference[]), file])
          }
          onRemove={(id) => change(files.filter((file) => file.id !== id))}
        />
      )
    }
    case 'material-table':
      return <MaterialTable field={field} rows={(value ?? []) as MaterialRow[]} onChange={change} />
  }
}
