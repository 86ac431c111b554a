import { sumMoney } from '@fieldledger/accounting'
import type { BulkDecisionResult, TaskView } from '@fieldledger/contract'
import { Drawer, DrawerFoot, Money } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../api/sentence-of.ts'
import { BulkRow, type RowChoice } from './bulk-row.tsx'
import { decideInTurns } from './decide-in-turns.ts'
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
      decideInTurns(
        open.map((task) => {
          const { choice, note } = choiceOf(task)
          return { task: task.id, choice, ...(note.trim() === '' ? {} : { note: note.trim() }) }
        }),
        (results) => {
          const done = new Set(results.filter(isDone).map(({ task }) => task))
          setTasks((shown) => shown.filter(({ id }) => !done.has(id)))
          onDone([...done])
        },
      ),
    onSuccess: (results) => {
      if (results.every(isDone)) onClose()
    },
    onSettled: () => queries.invalidateQueries(),
  })
  const refused = new Map(
    (decide.data ?? []).flatMap(({ task, message }) => (message ? [[task, message] as const] : [])),
  )
  const amounts = tasks.map(({ submission }) => submission.total)
  const currency = amounts[0]?.currency
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
        <DrawerFoot>
          <Group justify="space-between">
            <div>
              {currency !== undefined && amounts.every((amount) => amount.currency === currency) ? (
                <Text fw={650} component="div">
                  <Money amount={sumMoney(amounts, currency)} />
                </Text>
              ) : null}
              <Text size="sm" c="dimmed" role="status">
                {missing > 0 ? messages.reasonsMissing(missing) : ''}
              </Text>
            </div>
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
        </DrawerFoot>
      </Stack>
    </Drawer>
  )
}

function lacksReason({ noteRequired }: TaskView, { choice, note }: RowChoice): boolean {
  return noteRequired && choice === 'reject' && note.trim() === ''
}

function isDone({ outcome }: BulkDecisionResult['results'][number]): boolean {
  return outcome === 'done'
}
