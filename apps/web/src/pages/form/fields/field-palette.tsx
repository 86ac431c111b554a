import type { FieldKind } from '@fieldledger/forms'
import { Stack, Text, UnstyledButton } from '@mantine/core'
import { fieldKinds, messages } from '../messages.ts'
import { fieldIcons } from './field-icons.ts'
import classes from './fields-tab.module.css'

const kinds = Object.keys(fieldKinds) as FieldKind[]

export function FieldPalette({ onAdd }: { onAdd: (kind: FieldKind) => void }) {
  return (
    <section aria-label={messages.palette} className={classes.palette}>
      {kinds.map((kind) => {
        const Icon = fieldIcons[kind]
        return (
          <UnstyledButton key={kind} className={classes.kind ?? ''} onClick={() => onAdd(kind)}>
            <Icon size={18} stroke={1.6} aria-hidden />
            <Stack gap={0}>
              <Text size="sm" fw={600} component="span">
                {fieldKinds[kind].name}
              </Text>
              <Text size="xs" c="dimmed" component="span">
                {fieldKinds[kind].hint}
              </Text>
            </Stack>
          </UnstyledButton>
        )
      })}
    </section>
  )
}
