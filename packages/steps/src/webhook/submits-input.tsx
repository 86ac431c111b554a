import type { SubmittedValue } from '@fieldledger/workflow'
import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useDrawerData } from '../views/drawer-data.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'
import { submittableFields } from './submittable-fields.ts'

/** Which value of the message goes into which field of the form that is submitted. */
export function SubmitsInput(props: {
  submits: readonly SubmittedValue[]
  names: readonly string[]
  onChange(submits: SubmittedValue[]): void
}) {
  const { submits, names, onChange } = props
  const fields = submittableFields(useDrawerData().form)
  const problem = useProblemAt('submits')
  const change = (at: number, part: Partial<SubmittedValue>) =>
    onChange(submits.map((one, position) => (position === at ? { ...one, ...part } : one)))
  return (
    <Stack gap="xs" data-place="submits">
      <Text size="sm" c="dimmed">
        {messages.submitsHint}
      </Text>
      {submits.map(({ field, value }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while its field is chosen
        <Group key={position} gap="xs" align="flex-end" wrap="nowrap">
          <Select
            label={messages.submitsField}
            data={fields.map(({ id, label }) => ({ value: id, label }))}
            value={field === '' ? null : field}
            onChange={(chosen) => chosen !== null && change(position, { field: chosen })}
            searchable
            flex={1}
          />
          <Select
            label={messages.submitsValue}
            data={names.filter((name) => name !== '')}
            value={value === '' ? null : value}
            onChange={(chosen) => chosen !== null && change(position, { value: chosen })}
            flex={1}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={messages.removeValue(fields.find(({ id }) => id === field)?.label ?? '')}
            onClick={() => onChange(submits.filter((_, other) => other !== position))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {problem !== undefined && (
        <Text size="sm" c="red">
          {problem}
        </Text>
      )}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...submits, { field: '', value: '' }])}
      >
        {messages.addField}
      </Button>
    </Stack>
  )
}
