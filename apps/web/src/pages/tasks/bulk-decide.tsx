import type { BulkDecisionResult, TaskView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { BulkRow, type RowChoice } from './bulk-row.tsx'
import { messages } from './messages.ts'

/** The chosen approvals in one list, each with its own decision and reason; each row says what came of it. */
export function BulkDecide(props: {
  tasks: readonly TaskView[]
  opened: boolean
  onClose: () => void
  onDone: (decided: readonly string[]) => void
}) {
  const { opened, onClose, onDone } = props
  // As they stood when the list was opened: a row that was refused stays, though the task is nobody's any more.
  const [tasks, setTasks] = useState(props.tasks)
  const [choices, setChoices] = useState<ReadonlyMap<string, RowChoice>>(new Map())
  const queries = useQueryClient()
  const choiceOf = ({ id }: TaskView) => choices.get(id) ?? { choice: 'approve' as const, note: '' }
  const decide = useMutation({
    mutationFn: (open: readonly TaskView[]) =>
      api.post<BulkDecisionResult>('/tasks/decisions', {
        decisions: open.map((task) => {
          const { choice, note } = choiceOf(task)
          return { task: task.id, choice, ...(note.trim() === '' ? {} : { note: note.trim() }) }
        }),
      }),
    onSuccess: ({ results }) => {
      const done = results.filter(({ outcome }) => outcome === 'done').map(({ task }) => task)
      void queries.invalidateQueries()
      setTasks((shown) => shown.filter(({ id }) => !done.includes(id)))
      if (done.length === results.length) onClose()
      onDone(done)
    },
  })
  const refused = new Map(
    (decide.data?.results ?? []).flatMap(({ task, message }) => (message ? [[task, message] as const] : [])),
  )
  const missing = tasks.filter((task) => lacksReason(task, choiceOf(task))).length
  return (
    <Drawer
      title={messages.bulkTitle(tasks.length)}
      opened={opened}
      onClose={onClose}
      closeLabel={messages.close}
    >
      <Stack>
        {decide.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(decide.error)}
          </Alert>
        ) : null}
        {tasks.map((task) => (
          <BulkRow
            key={task.id}
            task={task}
            value={choiceOf(task)}
            refused={refused.get(task.id)}
            onChange={(choice) => setChoices(new Map(choices).set(task.id, choice))}
          />
        ))}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {missing > 0 ? messages.reasonsMissing(missing) : ''}
          </Text>
          <Button
            size="md"
            mih={48}
            disabled={tasks.length === 0 || missing > 0}
            loading={decide.isPending}
            onClick={() => decide.mutate(tasks)}
          >
            {messages.bulkDo(tasks.length)}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}

function lacksReason({ noteRequired }: TaskView, { choice, note }: RowChoice): boolean {
  return noteRequired && choice === 'reject' && note.trim() === ''
}
