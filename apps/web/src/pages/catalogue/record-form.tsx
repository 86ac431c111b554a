import { readDecimal } from '@fieldledger/accounting/money'
import { UndoNotice } from '@fieldledger/ui'
import { Button, Group, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArchive } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import type { CatalogueList } from './catalogue-list.ts'
import type { CatalogueRecord } from './catalogue-record.ts'
import { messages } from './messages.ts'
import { type RecordField, recordFields } from './record-fields.ts'
import { RecordInput } from './record-input.tsx'
import { recordProblem } from './record-problem.ts'

/** The whole record as one small form; what is left empty is cleared. */
export function RecordForm(props: {
  list: CatalogueList
  record: CatalogueRecord | undefined
  onDone: () => void
}) {
  const { list, record } = props
  const fields = recordFields[list]
  const done = useDone()
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      fields.map(({ name, kind }) => [name, String(record?.[name] ?? (kind === 'role' ? 'expense' : ''))]),
    ),
  )
  const [tried, setTried] = useState(false)
  const problemOf = (field: RecordField) => recordProblem(list, { field, value: values[field.name] ?? '' })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fields.some((field) => problemOf(field) !== undefined)) return
    const filled = fields.flatMap(({ name, kind }): [string, string | boolean][] => {
      const value = (values[name] ?? '').trim()
      if (value === '') return []
      if (kind === 'switch') return value === 'true' ? [[name, true]] : []
      return [[name, kind === 'decimal' ? (readDecimal(value) ?? value) : value]]
    })
    const body = Object.fromEntries(filled)
    const change = () =>
      record === undefined ? api.post(`/${list}`, body) : api.put(`/${list}/${record.id}`, body)
    if (await done(change, messages.saved)) props.onDone()
  }
  const archive = async () => {
    if (record === undefined) return
    const path = `/${list}/${record.id}`
    const restore = () => done(() => api.post(`${path}/restore`), messages.restored(record.name))
    if (record.archived) {
      if (await restore()) props.onDone()
      return
    }
    const message = (
      <UndoNotice
        message={messages.archivedDone(record.name)}
        undoLabel={messages.undo}
        onUndo={() => void restore()}
      />
    )
    if (await done(() => api.post(`${path}/archive`), messages.saved)) {
      notifications.show({ message, autoClose: 8000 })
      props.onDone()
    }
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm">
        {fields.map((field) => (
          <RecordInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            problem={problemOf(field)}
            tried={tried}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <Group justify="space-between">
          {record === undefined ? (
            <span />
          ) : (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconArchive size={16} aria-hidden />}
              onClick={() => void archive()}
            >
              {record.archived ? messages.restore : messages.archive}
            </Button>
          )}
          <Button type="submit">{messages.save}</Button>
        </Group>
      </Stack>
    </form>
  )
}
