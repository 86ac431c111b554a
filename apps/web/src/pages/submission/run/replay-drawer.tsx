import type { ReplayPlanView, RunView } from '@fieldledger/contract'
import { Drawer, LoadState } from '@fieldledger/ui'
import { Alert, Button, Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** From which step, on which version, and what that would do in each ledger. */
export function ReplayDrawer(props: { run: RunView; opened: boolean; onClose: () => void }) {
  const { run, opened, onClose } = props
  const queries = useQueryClient()
  const [stepId, setStepId] = useState<string>()
  const [version, setVersion] = useState<'same' | 'latest'>('same')
  const plan = useQuery({
    queryKey: ['submissions', run.submissionId, 'replay', run.id, stepId, version],
    queryFn: ({ signal }) =>
      api.get<ReplayPlanView>(
        `/runs/${run.id}/replay?${new URLSearchParams({ version, ...(stepId === undefined ? {} : { stepId }) })}`,
        signal,
      ),
    enabled: opened,
  })
  const replay = useMutation({
    mutationFn: (from: string) => api.post(`/runs/${run.id}/replay`, { stepId: from, version }),
    onSuccess: () => {
      notifications.show({ message: messages.replayed })
      onClose()
      void queries.invalidateQueries({ queryKey: ['submissions'] })
    },
  })
  return (
    <Drawer title={messages.replayTitle} opened={opened} onClose={onClose} closeLabel={messages.close}>
      <Stack>
        <Text c="dimmed" size="sm">
          {messages.replayHint}
        </Text>
        {replay.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(replay.error)}
          </Alert>
        ) : null}
        <LoadState query={plan} retryLabel={messages.tryAgain}>
          {(view) => (
            <Stack>
              {view.latestVersion === run.workflowVersion ? null : (
                <SegmentedControl
                  aria-label={messages.onVersion}
                  value={version}
                  onChange={(chosen) => {
                    setVersion(chosen === 'latest' ? 'latest' : 'same')
                    setStepId(undefined)
                  }}
                  data={[
                    { value: 'same', label: messages.same(run.workflowVersion) },
                    { value: 'latest', label: messages.latest(view.latestVersion) },
                  ]}
                />
              )}
              <Select
                label={messages.from}
                data={view.steps.map(({ id, name }) => ({ value: id, label: name }))}
                value={view.stepId}
                onChange={(chosen) => chosen !== null && setStepId(chosen)}
                allowDeselect={false}
              />
              <Sends plan={view} />
              <Group justify="flex-end">
                <Button loading={replay.isPending} onClick={() => replay.mutate(view.stepId)}>
                  {messages.replayDo}
                </Button>
              </Group>
            </Stack>
          )}
        </LoadState>
      </Stack>
    </Drawer>
  )
}

function Sends({ plan }: { plan: ReplayPlanView }) {
  if (plan.sends.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {messages.noSends}
      </Text>
    )
  return (
    <Table fz="sm" aria-label={messages.ledgers}>
      <Table.Tbody>
        {plan.sends.map(({ stepId, stepName, ledger, does, number }) => (
          <Table.Tr key={stepId}>
            <Table.Td>
              {stepName}
              <Text size="xs" c="dimmed">
                {ledger}
              </Text>
            </Table.Td>
            <Table.Td>{messages.does[does](number ?? '')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
