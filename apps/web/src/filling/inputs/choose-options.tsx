import type { ChooseField } from '@fieldledger/forms'
import { Checkbox, Chip, Group, Input, Stack } from '@mantine/core'
import { messages } from '../messages.ts'

/** Fixed options: chips for one, boxes for several. */
export function ChooseOptions(props: {
  field: ChooseField
  options: readonly { id: string; label: string }[]
  picked: readonly string[]
  error: string | undefined
  onChange: (picked: string[]) => void
}) {
  const { field } = props
  if (field.limit === 1)
    return (
      <Input.Wrapper
        size="md"
        label={field.label}
        description={field.help}
        withAsterisk={field.required ?? false}
        error={props.error}
        labelElement="div"
      >
        <Chip.Group value={props.picked[0] ?? null} onChange={(value) => props.onChange([String(value)])}>
          <Group gap="xs" mt={6} role="radiogroup" aria-label={field.label}>
            {props.options.map(({ id, label }) => (
              <Chip key={id} value={id} size="md" styles={{ label: { height: 44 } }}>
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
    )
  return (
    <Checkbox.Group
      size="md"
      label={field.label}
      description={field.help ?? (field.limit === null ? undefined : messages.atMost(field.limit))}
      withAsterisk={field.required ?? false}
      error={props.error}
      value={[...props.picked]}
      onChange={props.onChange}
    >
      <Stack gap={4} mt={6}>
        {props.options.map(({ id, label }) => (
          <Checkbox
            key={id}
            value={id}
            label={label}
            size="md"
            styles={{ body: { minHeight: 44, alignItems: 'center' } }}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
