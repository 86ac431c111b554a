import type { Field, FieldKind } from '@fieldledger/forms'
import { UndoNotice } from '@fieldledger/ui'
import { SegmentedControl, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useOutletContext } from 'react-router'
import { FieldDrag } from './fields/field-drag.tsx'
import { FieldList } from './fields/field-list.tsx'
import { FieldPalette } from './fields/field-palette.tsx'
import classes from './fields/fields-tab.module.css'
import { copyOfField, newField } from './fields/new-field.ts'
import type { FormTabContext } from './form-page.tsx'
import { FormPreview } from './form-preview.tsx'
import { messages } from './messages.ts'
import { FieldSettings } from './settings/field-settings.tsx'

type View = 'build' | 'preview'

/** Palette and settings on the left, the fields in the middle, beside them the form as people will see it. */
export function FieldsTab() {
  const { draft } = useOutletContext<FormTabContext>()
  const [chosenId, choose] = useState<string>()
  const [view, setView] = useState<View>('build')
  const beside = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false })
  const { fields } = draft.content
  const setFields = (next: Field[]) => draft.change({ ...draft.content, fields: next })
  const insert = (field: Field, position: number) => {
    setFields([...fields.slice(0, position), field, ...fields.slice(position)])
    choose(field.id)
  }
  const add = (kind: FieldKind) => {
    const at = fields.findIndex(({ id }) => id === chosenId)
    insert(newField(kind), at === -1 ? fields.length : at + 1)
  }
  const remove = (field: Field) => {
    const before = fields
    setFields(fields.filter(({ id }) => id !== field.id))
    const id = `removed-${field.id}`
    const undo = () => {
      setFields(before)
      notifications.hide(id)
    }
    const message = (
      <UndoNotice message={messages.removed(field.label)} undoLabel={messages.undo} onUndo={undo} />
    )
    notifications.show({ id, message, autoClose: 8000 })
  }
  const chosen = fields.find(({ id }) => id === chosenId)
  return (
    <Stack gap="sm">
      {beside ? null : (
        <SegmentedControl
          w="fit-content"
          aria-label={messages.view}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'build', label: messages.build },
            { value: 'preview', label: messages.preview },
          ]}
        />
      )}
      {beside || view === 'build' ? (
        <FieldDrag
          fields={fields}
          onReorder={setFields}
          onInsert={(kind, position) => insert(newField(kind), position)}
        >
          {(slot) => (
            <div className={classes.columns}>
              <div className={classes.tools}>
                <FieldPalette onAdd={add} />
                <FieldSettings
                  field={chosen}
                  fields={fields}
                  onClose={() => choose(undefined)}
                  onChange={(next) => setFields(fields.map((field) => (field.id === next.id ? next : field)))}
                />
              </div>
              <FieldList
                fields={fields}
                chosenId={chosenId}
                slot={slot}
                onChoose={choose}
                onDuplicate={(field) => insert(copyOfField(field), fields.indexOf(field) + 1)}
                onRemove={remove}
              />
              {beside ? <FormPreview content={draft.content} /> : null}
            </div>
          )}
        </FieldDrag>
      ) : (
        <FormPreview content={draft.content} />
      )}
    </Stack>
  )
}
