import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import type { Field } from '@fieldledger/forms'
import { ActionIcon, Badge, Text, UnstyledButton } from '@mantine/core'
import { IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react'
import { fieldKinds, messages } from '../messages.ts'
import { fieldIcons } from './field-icons.ts'
import classes from './fields-tab.module.css'

export function FieldRow(props: {
  field: Field
  chosen: boolean
  slot: 'before' | 'after' | undefined
  onChoose: () => void
  onDuplicate: () => void
  onRemove: () => void
}) {
  const { field } = props
  const sortable = useSortable({ id: field.id })
  const Icon = fieldIcons[field.kind]
  return (
    <li
      ref={sortable.setNodeRef}
      className={classes.row}
      data-chosen={props.chosen}
      data-slot={props.slot}
      style={{
        transform: CSS.Translate.toString(sortable.transform),
        transition: sortable.transition,
        zIndex: sortable.isDragging ? 2 : undefined,
        position: 'relative',
      }}
    >
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        style={{ cursor: 'grab', touchAction: 'none' }}
        {...sortable.attributes}
        {...sortable.listeners}
        aria-label={messages.drag(field.label)}
      >
        <IconGripVertical size={18} aria-hidden />
      </ActionIcon>
      <Icon size={18} stroke={1.6} aria-hidden />
      <UnstyledButton className={classes.name ?? ''} onClick={props.onChoose} aria-pressed={props.chosen}>
        <Text fw={600} truncate>
          {field.label}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {fieldKinds[field.kind].name}
        </Text>
      </UnstyledButton>
      {field.required ? <Badge color="gray">{messages.requiredMark}</Badge> : null}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={messages.duplicate(field.label)}
        onClick={props.onDuplicate}
      >
        <IconCopy size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={messages.remove(field.label)}
        onClick={props.onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}
