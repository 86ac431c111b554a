import type { FormContent } from '@fieldledger/forms'
import { ActionIcon, Group, Paper, Select, Stack } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { settableFields } from '../field-values/settable-fields.ts'
import { ValueSourceInput } from '../field-values/value-source-input.tsx'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { CreateFormConfig } from './definition.ts'
import { messages } from './messages.ts'

export type FieldMapped = CreateFormConfig['fields'][number]

/** One field of the form that is made, and where its value comes from. */
export function FieldRow(props: {
  target: FormContent
  value: FieldMapped
  at: string
  onChange(value: FieldMapped, typing?: string): void
  onRemove(): void
}) {
  const { target, value, at, onChange } = props
  const problem = useProblemAt(`${at}field`)
  const fields = settableFields(target)
  const field = fields.find(({ id }) => id === value.field)
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <Select
            flex={1}
            data-place={`${at}field`}
            label={messages.field}
            placeholder={messages.chooseField}
            data={fields.map(({ id, label }) => ({ value: id, label }))}
            value={value.field ?? null}
            onChange={(chosen) => chosen !== null && onChange({ ...value, field: chosen })}
            error={problem}
            searchable
            withAsterisk
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={messages.remove(field?.label ?? messages.aField)}
            onClick={props.onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
        <ValueSourceInput
          field={field}
          value={value.from}
          at={at}
          onChange={(from, typing) => onChange({ ...value, from }, typing)}
        />
      </Stack>
    </Paper>
  )
}
