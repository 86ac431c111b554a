import {
  type Active,
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  DragOverlay,
  type Over,
  pointerWithin,
} from '@dnd-kit/core'
import { arrayMove } from '@dnd-kit/sortable'
import type { Field, FieldKind } from '@fieldledger/forms'
import { Portal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { messages } from '../messages.ts'
import { useDragSensors } from './drag-sensors.ts'
import { FieldGhost } from './field-ghost.tsx'

/** The droppable that all rows lie in. */
export const fieldListId = 'field-list'

/** Fields are moved, and new ones dragged in from the palette, with the pointer, a finger or the keyboard. */
export function FieldDrag(props: {
  fields: readonly Field[]
  onReorder: (fields: Field[]) => void
  onInsert: (kind: FieldKind, position: number) => void
  /** Where a new field would go, while one hangs over the list. */
  children: (slot: number | undefined) => ReactNode
}) {
  const { fields } = props
  const sensors = useDragSensors()
  const [kind, setKind] = useState<FieldKind>()
  const [slot, setSlot] = useState<number>()
  const positionOf = (id: unknown) => fields.findIndex((field) => field.id === id)
  const stop = () => {
    setKind(undefined)
    setSlot(undefined)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={overList}
      accessibility={{
        screenReaderInstructions: { draggable: messages.dragHelp },
        announcements: announcementsFor(fields),
      }}
      onDragStart={({ active }) => setKind(newKind(active))}
      onDragMove={({ active, over }) =>
        setSlot(newKind(active) === undefined ? undefined : slotAt({ active, over, positionOf }))
      }
      onDragCancel={stop}
      onDragEnd={({ active, over }) => {
        stop()
        const dropped = newKind(active)
        const position = slotAt({ active, over, positionOf })
        if (dropped !== undefined && position !== undefined) props.onInsert(dropped, position)
        else if (dropped === undefined && over !== null && over.id !== active.id)
          props.onReorder(arrayMove([...fields], positionOf(active.id), positionOf(over.id)))
      }}
    >
      {props.children(slot)}
      <Portal>
        <DragOverlay dropAnimation={null} zIndex={400}>
          {kind === undefined ? null : <FieldGhost kind={kind} />}
        </DragOverlay>
      </Portal>
    </DndContext>
  )
}

function newKind(active: Active): FieldKind | undefined {
  return active.data.current?.kind as FieldKind | undefined
}

// A row is moved to the nearest place; what comes from the palette must hang over the list.
const overList: CollisionDetection = (at) => {
  const rows = at.droppableContainers.filter(({ id }) => id !== fieldListId)
  if (newKind(at.active) === undefined) return closestCenter({ ...at, droppableContainers: rows })
  const list = at.droppableContainers.filter(({ id }) => id === fieldListId)
  const inside = pointerWithin({ ...at, droppableContainers: list })
  return inside.length === 0 || rows.length === 0
    ? inside
    : closestCenter({ ...at, droppableContainers: rows })
}

function slotAt(hanging: {
  active: Active
  over: Over | null
  positionOf: (id: unknown) => number
}): number | undefined {
  const { active, over } = hanging
  const ghost = active.rect.current.translated
  if (over === null || ghost === null) return undefined
  if (over.id === fieldListId) return 0
  const below = ghost.top + ghost.height / 2 > over.rect.top + over.rect.height / 2
  return hanging.positionOf(over.id) + (below ? 1 : 0)
}

function announcementsFor(fields: readonly Field[]): Announcements {
  const labelOf = (id: unknown) => fields.find((field) => field.id === id)?.label ?? messages.newField
  const placeOf = (id: unknown) => fields.findIndex((field) => field.id === id) + 1
  return {
    onDragStart: ({ active }) => messages.pickedUp(labelOf(active.id)),
    onDragOver: ({ active, over }) =>
      over === null ? undefined : messages.movedTo(labelOf(active.id), placeOf(over.id)),
    onDragEnd: ({ active }) => messages.putDown(labelOf(active.id)),
    onDragCancel: ({ active }) => messages.putBack(labelOf(active.id)),
  }
}
