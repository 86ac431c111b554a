import { ActionIcon, Button, Fieldset, Group, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { newOptionId } from '../../forms/new-field-id.ts'
import { messages } from '../messages.ts'

interface Option {
  id: string
  label: string
}

export function OptionList(props: { options: readonly Option[]; onChange: (options: Option[]) => void }) {
  const { options, onChange } = props
  return (
    <Fieldset legend={messages.options} p="xs">
      {options.map((option, position) => (
        <Group key={option.id} gap={4} wrap="nowrap" mb={4}>
          <TextInput
            flex={1}
            aria-label={messages.option(position + 1)}
            maxLength={200}
            value={option.label}
            onChange={(event) => {
              const label = event.currentTarget.value || ' '
              onChange(options.map((one) => (one.id === option.id ? { ...one, label } : one)))
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={options.length === 1}
            aria-label={messages.removeOption(position + 1)}
            onClick={() => onChange(options.filter(({ id }) => id !== option.id))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          onChange([...options, { id: newOptionId(), label: messages.option(options.length + 1) }])
        }
      >
        {messages.addOption}
      </Button>
    </Fieldset>
  )
}
