import type { Field, MaterialTableField } from '@fieldledger/forms'
import { Checkbox, Fieldset, Stack } from '@mantine/core'
import { messages } from '../messages.ts'

const columns = [
  ['unit', messages.columnUnit],
  ['tax', messages.columnTax],
  ['costCode', messages.columnCostCode],
  ['account', messages.columnAccount],
  ['vendor', messages.columnVendor],
] as const

export function MaterialSettings(props: { field: MaterialTableField; onChange: (field: Field) => void }) {
  const { field } = props
  return (
    <Fieldset legend={messages.columns} p="xs">
      <Stack gap={6}>
        {columns.map(([column, label]) => (
          <Checkbox
            key={column}
            label={label}
            checked={field.columns[column] === true}
            onChange={(event) =>
              props.onChange({
                ...field,
                columns: { ...field.columns, [column]: event.currentTarget.checked },
              })
            }
          />
        ))}
      </Stack>
    </Fieldset>
  )
}
