import { useDroppable } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import type { Field } from '@fieldledger/forms'
import { EmptyState } from '@fieldledger/ui'
import { Stack } from '@mantine/core'
import { messages } from '../messages.ts'
import { fieldListId } from './field-drag.tsx'
import { FieldRow } from './field-row.tsx'
import classes from './fields-tab.module.css'

/** The fields in order. `slot` is where a new one would go; its place is lit. */
export function FieldList(props: {
  fields: readonly Field[]
  chosenId: string | undefined
  slot: number | undefined
  onChoose: (id: string) => void
  onDuplicate: (field: Field) => void
  onRemove: (field: Field) => void
}) {
  const { fields, slot } = props
  const { setNodeRef } = useDroppable({ id: fieldListId })
  return (
    <div ref={setNodeRef} className={classes.list} data-lit={slot !== undefined}>
      {fields.length === 0 ? <EmptyState title={messages.empty} hint={messages.emptyHint} /> : null}
      <SortableContext items={fields.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <Stack gap={6} component="ol" m={0} p={0} aria-label={messages.list} style={{ listStyle: 'none' }}>
          {fields.map((field, position) => (
            <FieldRow
              key={field.id}
              field={field}
              chosen={field.id === props.chosenId}
              slot={slotBeside({ position, slot, last: position === fields.length - 1 })}
              onChoose={() => props.onChoose(field.id)}
              onDuplicate={() => props.onDuplicate(field)}
              onRemove={() => props.onRemove(field)}
            />
          ))}
        </Stack>
      </SortableContext>
    </div>
  )
}

function slotBeside(row: { position: number; slot: number | undefined; last: boolean }) {
  if (row.slot === row.position) return 'before'
  return row.last && row.slot === row.position + 1 ? 'after' : undefined
}
