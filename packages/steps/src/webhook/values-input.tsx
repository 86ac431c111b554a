import type { GivenValue } from '@fieldledger/workflow'
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'

/** What later steps may use of the message: a name, and where it stands. */
export function ValuesInput(props: {
  values: readonly GivenValue[]
  onChange(values: GivenValue[], typing?: string): void
}) {
  const { values, onChange } = props
  const problem = useProblemAt('values')
  const change = (at: number, part: Partial<GivenValue>) =>
    onChange(
      values.map((value, position) => (position === at ? { ...value, ...part } : value)),
      `values.${at}.${Object.keys(part).join()}`,
    )
  return (
    <Stack gap="xs" data-place="values">
      <Text size="sm" c="dimmed">
        {messages.valuesHint}
      </Text>
      {values.map(({ name, pointer }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a value has no other identity while its name is typed
        <Group key={position} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={messages.valueName}
            value={name}
            maxLength={60}
            onChange={({ currentTarget }) => change(position, { name: currentTarget.value })}
            flex={1}
          />
          <TextInput
            label={messages.valuePlace}
            placeholder={messages.placeExample}
            value={pointer}
            maxLength={200}
            onChange={({ currentTarget }) => change(position, { pointer: currentTarget.value })}
            flex={1}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={messages.removeValue(name)}
            onClick={() => onChange(values.filter((_, other) => other !== position))}
          >
            <IconTrash size={18} />
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
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...values, { name: '', pointer: '' }])}
      >
        {messages.addValue}
      </Button>
    </Stack>
  )
}
