import type { Money as MoneyAmount } from '@fieldledger/accounting/money'
import type { Field, FileReference, MaterialRow } from '@fieldledger/forms'
import { DateText, Money } from '@fieldledger/ui'
import { Text } from '@mantine/core'
import { LineTable } from './line-table.tsx'
import { messages } from './messages.ts'

const nothing = '–'

export function FieldValueText(props: { field: Field; value: unknown; names: Record<string, string> }) {
  const { field, value, names } = props
  if (value === undefined || value === '') return <Text c="dimmed">{nothing}</Text>
  switch (field.kind) {
    case 'money':
      return (
        <Text component="div">
          <Money amount={value as MoneyAmount} />
        </Text>
      )
    case 'date':
      return (
        <Text component="div">
          <DateText value={String(value)} />
        </Text>
      )
    case 'yes-no':
      return <Text>{value === true ? messages.yes : messages.no}</Text>
    case 'number':
      return (
        <Text className="numeric">
          {String(value)} {field.unit}
        </Text>
      )
    case 'choose': {
      const options = field.source.from === 'options' ? field.source.options : []
      const nameOf = (id: string) => options.find((option) => option.id === id)?.label ?? names[id] ?? id
      return <Text>{(value as string[]).map(nameOf).join(', ')}</Text>
    }
    case 'attachments':
      return <Text>{(value as FileReference[]).map(({ name }) => name).join(', ')}</Text>
    case 'material-table':
      return <LineTable field={field} rows={value as MaterialRow[]} names={names} />
    default:
      return <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{String(value)}</Text>
  }
}
