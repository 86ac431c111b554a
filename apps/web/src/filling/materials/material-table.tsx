import type { MaterialRow, MaterialTableField } from '@fieldledger/forms'
import { Money } from '@fieldledger/ui'
import { Button, Group, Input, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useFilling } from '../filling-context.ts'
import { messages } from '../messages.ts'
import { MaterialLine } from './material-line.tsx'
import { newRow } from './new-row.ts'
import { withAmount } from './with-amount.ts'

const shownAtOnce = 100

/** The lines of an order with their amounts; thousands of lines are opened in portions. */
export function MaterialTable(props: {
  field: MaterialTableField
  rows: readonly MaterialRow[]
  onChange: (rows: MaterialRow[]) => void
}) {
  const { field, rows } = props
  const { currency, errors } = useFilling()
  const [shown, setShown] = useState(shownAtOnce)
  const change = (position: number, row: MaterialRow) =>
    props.onChange(rows.map((one, at) => (at === position ? withAmount(row, currency) : one)))
  const duplicate = (position: number) => {
    const copies = rows.slice(position, position + 1).map((row) => ({ ...row, id: uuidv7() }))
    props.onChange([...rows.slice(0, position + 1), ...copies, ...rows.slice(position + 1)])
  }
  const amounts = rows.flatMap(({ amount }) => (amount === undefined ? [] : [amount]))
  const net = { minor: amounts.reduce((sum, { minor }) => sum + minor, 0), currency }
  return (
    <Input.Wrapper
      size="md"
      label={field.label}
      description={field.help}
      withAsterisk={field.required ?? false}
      error={errors[field.id]}
      labelElement="div"
    >
      <Stack gap="sm" mt={6}>
        {rows.slice(0, shown).map((row, position) => (
          <MaterialLine
            key={row.id}
            field={field}
            row={row}
            position={position}
            onChange={(next) => change(position, next)}
            onDuplicate={() => duplicate(position)}
            onRemove={() => props.onChange(rows.filter(({ id }) => id !== row.id))}
          />
        ))}
        {rows.length > shown ? (
          <Button variant="subtle" onClick={() => setShown(shown + shownAtOnce)}>
            {messages.moreLines(rows.length - shown)}
          </Button>
        ) : null}
        <Group justify="space-between">
          <Button
            variant="default"
            size="md"
            mih={48}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => props.onChange([...rows, newRow()])}
          >
            {messages.addLine}
          </Button>
          <Text fw={600}>
            <Money amount={net} />
          </Text>
        </Group>
      </Stack>
    </Input.Wrapper>
  )
}
