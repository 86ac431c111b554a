import type { MaterialRow, MaterialTableField } from '@fieldledger/forms'
import { Money } from '@fieldledger/ui'
import { ActionIcon, Group, Paper, Text, TextInput } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useFilling } from '../filling-context.ts'
import { DecimalInput } from '../inputs/decimal-input.tsx'
import { messages } from '../messages.ts'
import { LineExtras } from './line-extras.tsx'
import classes from './material-line.module.css'
import { MaterialPicker } from './material-picker.tsx'

/** One line: what, how many, for how much. */
export function MaterialLine(props: {
  field: MaterialTableField
  row: MaterialRow
  position: number
  onChange: (row: MaterialRow) => void
  onDuplicate: () => void
  onRemove: () => void
}) {
  const { field, row, position, onChange } = props
  const { errors } = useFilling()
  const path = `${field.id}/${position}`
  const refused = Object.keys(errors).some((one) => one === path || one.startsWith(`${path}/`))
  const set = (part: Partial<Record<keyof MaterialRow, string | undefined>>) => {
    const next = Object.entries({ ...row, ...part }).filter(([, value]) => value !== undefined)
    onChange(Object.fromEntries(next) as MaterialRow)
  }
  return (
    <Paper p="sm" data-refused={refused} role="group" aria-label={messages.line(position + 1)}>
      <div className={classes.grid}>
        <div className={classes.what}>
          <MaterialPicker
            row={row}
            error={errors[`${path}/materialId`] ?? errors[`${path}/description`] ?? errors[path]}
            onChange={onChange}
          />
        </div>
        {row.materialId === undefined ? null : (
          <TextInput
            className={classes.what ?? ''}
            size="md"
            label={messages.description}
            value={row.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
        )}
        <DecimalInput
          label={messages.quantity}
          value={row.quantity}
          error={errors[`${path}/quantity`]}
          onChange={(quantity) => set({ quantity: quantity ?? '' })}
        />
        {field.columns.unit ? (
          <TextInput
            size="md"
            label={messages.unit}
            value={row.unit ?? ''}
            maxLength={30}
            error={errors[`${path}/unit`]}
            onChange={(event) => set({ unit: event.currentTarget.value || undefined })}
          />
        ) : null}
        <DecimalInput
          label={messages.unitPrice}
          value={row.unitPrice}
          error={errors[`${path}/unitPrice`]}
          onChange={(unitPrice) => set({ unitPrice })}
        />
        <LineExtras field={field} row={row} path={path} onSet={set} />
      </div>
      <Group justify="space-between" mt={6}>
        <Group gap={4}>
          <ActionIcon
            size={44}
            variant="subtle"
            color="gray"
            aria-label={messages.duplicateLine(position + 1)}
            onClick={props.onDuplicate}
          >
            <IconCopy size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={44}
            variant="subtle"
            color="gray"
            aria-label={messages.removeLine(position + 1)}
            onClick={props.onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <Text component="div" size="sm" c={errors[`${path}/amount`] ? 'red' : 'dimmed'}>
          {errors[`${path}/amount`] ?? messages.amount} {row.amount ? <Money amount={row.amount} /> : null}
        </Text>
      </Group>
    </Paper>
  )
}
