import type { WaitingRunsView } from '@fieldledger/contract'
import { Alert, Button, Checkbox, Group, Loader, Modal, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../../api/sentence-of.ts'
import { moveWaitingForms, readWaitingForms, type WorkflowPlace } from '../api/editor-api.ts'
import { messages } from '../messages.ts'

const words = messages.waitingForms

/** Who stands where on an earlier version, where each would stand on the latest, and which has to stay. */
export function WaitingFormsDialog({ place, onClose }: { place: WorkflowPlace; onClose(): void }) {
  const queries = useQueryClient()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const waiting = useInfiniteQuery({
    queryKey: ['workflow', place.workflowId, 'waiting-forms'],
    queryFn: ({ pageParam }) => readWaitingForms(place, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const [newest] = waiting.data?.pages ?? []
  const rows = waiting.data?.pages.flatMap((page) => page.rows) ?? []
  const chosen = rows.filter(({ runId, wouldStand }) => wouldStand !== undefined && !left.has(runId))
  const move = useMutation({
    mutationFn: () =>
      moveWaitingForms(
        place,
        chosen.map(({ runId }) => runId),
      ),
    onSuccess: ({ moved }) => {
      notifications.show({ message: words.moved(moved) })
      void queries.invalidateQueries({ queryKey: ['workflow', place.workflowId, 'waiting-forms'] })
      if (!waiting.hasNextPage) onClose()
    },
  })
  const failed = move.error ?? waiting.error
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(newest?.latestVersion)}
      closeButtonProps={{ 'aria-label': messages.close }}
      size="xl"
    >
      <Stack>
        <Text size="sm">{words.about}</Text>
        {waiting.isPending && <Loader size="sm" aria-label={messages.loading} />}
        {waiting.data !== undefined && rows.length === 0 && <Text size="sm">{words.none}</Text>}
        {failed !== null && (
          <Alert color="red" role="alert" p="sm">
            {sentenceOf(failed)}
          </Alert>
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            left={left}
            onToggle={(runId) => setLeft(new Set(left.has(runId) ? without(left, runId) : [...left, runId]))}
          />
        )}
        {newest !== undefined && waiting.hasNextPage && (
          <Group justify="space-between">
            <Text size="sm">{words.shown(rows.length, newest.total)}</Text>
            <Button
              variant="default"
              size="xs"
              loading={waiting.isFetchingNextPage}
              onClick={() => void waiting.fetchNextPage()}
            >
              {words.more}
            </Button>
          </Group>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {messages.cancel}
          </Button>
          <Button disabled={chosen.length === 0} loading={move.isPending} onClick={() => move.mutate()}>
            {words.move(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Rows(props: {
  rows: WaitingRunsView['rows']
  left: ReadonlySet<string>
  onToggle(runId: string): void
}) {
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table fz="sm" horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.form}</Table.Th>
            <Table.Th>{words.stands}</Table.Th>
            <Table.Th>{words.wouldStand}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map(({ runId, number, version, stands, wouldStand, refused }) => (
            <Table.Tr key={runId}>
              <Table.Td>
                <Checkbox
                  label={number}
                  description={messages.versions.version(version)}
                  checked={wouldStand !== undefined && !props.left.has(runId)}
                  disabled={wouldStand === undefined}
                  onChange={() => props.onToggle(runId)}
                />
              </Table.Td>
              <Table.Td>{stands.join(', ')}</Table.Td>
              <Table.Td>
                {wouldStand === undefined ? words.stays(refused ?? '') : wouldStand.join(', ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function without(ids: ReadonlySet<string>, gone: string): string[] {
  return [...ids].filter((id) => id !== gone)
}
