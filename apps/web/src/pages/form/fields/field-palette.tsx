import { useDraggable } from '@dnd-kit/core'
import type { FieldKind } from '@fieldledger/forms'
import { Stack, Text, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { fieldKinds, messages } from '../messages.ts'
import { heldByTouch } from './drag-sensors.ts'
import { fieldIcons } from './field-icons.ts'
import classes from './fields-tab.module.css'

const kinds = Object.keys(fieldKinds) as FieldKind[]

/** Every kind of field: drag it into the list, or press it to add it after the chosen one. */
export function FieldPalette({ onAdd }: { onAdd: (kind: FieldKind) => void }) {
  // Above the list, a finger that moves down scrolls the page; beside it, one that moves across drags.
  const above = useMediaQuery('(max-width: 999px)', false, { getInitialValueInEffect: false })
  return (
    <section aria-label={messages.palette} className={classes.palette}>
      {kinds.map((kind) => (
        <PaletteKind key={kind} kind={kind} held={above} onAdd={() => onAdd(kind)} />
      ))}
    </section>
  )
}

function PaletteKind(props: { kind: FieldKind; held: boolean; onAdd: () => void }) {
  const { kind } = props
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `new ${kind}`, data: { kind } })
  // Enter and space press the button; only the pointer drags it.
  const { onKeyDown: _, ...pointer } = listeners ?? {}
  const Icon = fieldIcons[kind]
  return (
    <UnstyledButton
      ref={setNodeRef}
      className={classes.kind ?? ''}
      data-dragging={isDragging}
      onClick={props.onAdd}
      {...(props.held ? heldByTouch : {})}
      {...pointer}
    >
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
}
