import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import type { Field } from '@fieldledger/forms'
import { EmptyState } from '@fieldledger/ui'
import { Stack } from '@mantine/core'
import { messages } from '../messages.ts'
import { FieldRow } from './field-row.tsx'

/** The fields in order; they are moved with the pointer, a finger or the keyboard. */
export function FieldList(props: {
  fields: readonly Field[]
  chosenId: string | undefined
  onChoose: (id: string) => void
  onReorder: (fields: Field[]) => void
  onDuplicate: (field: Field) => void
  onRemove: (field: Field) => void
}) {
  const { fields } = props
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const positionOf = (id: unknown) => fields.findIndex((field) => field.id === id)
  if (fields.length === 0) return <EmptyState title={messages.empty} hint={messages.emptyHint} />
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ screenReaderInstructions: { draggable: messages.dragHelp } }}
      onDragEnd={({ active, over }) => {
        if (over !== null && over.id !== active.id)
          props.onReorder(arrayMove([...fields], positionOf(active.id), positionOf(over.id)))
      }}
    >
      <SortableContext items={fields.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <Stack gap={6} component="ol" m={0} p={0} aria-label={messages.list} style={{ listStyle: 'none' }}>
          {fields.map((field) => (
            <FieldRow
              key={field.id}
              field={field}
              chosen={field.id === props.chosenId}
              onChoose={() => props.onChoose(field.id)}
              onDuplicate={() => props.onDuplicate(field)}
              onRemove={() => props.onRemove(field)}
            />
          ))}
        </Stack>
      </SortableContext>
    </DndContext>
  )
}
