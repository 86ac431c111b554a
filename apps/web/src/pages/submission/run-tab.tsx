import type { RunView } from '@fieldledger/contract'
import { DateText, EmptyState, LoadState } from '@fieldledger/ui'
import { Alert, Anchor, Group, Stack, Table, Text } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { useMay } from '../../session/me-context.ts'
import { messages as page } from './messages.ts'
import { messages } from './run/messages.ts'
import { RunButtons } from './run/run-buttons.tsx'

/** The steps that the workflow took with this form, in order, and where it stands. */
export function RunTab({ runId, submissionId }: { runId: string | null; submissionId: string }) {
  const mayManage = useMay('run.manage')
  const mayLook = useMay('workflow.read')
  const run = useQuery({
    queryKey: ['submissions', submissionId, 'run', runId],
    queryFn: ({ signal }) => api.get<RunView>(`/runs/${runId}`, signal),
    enabled: runId !== null,
  })
  if (runId === null)
    return <EmptyState icon={<IconRoute size={24} />} title={page.runEmpty} hint={page.runEmptyHint} />
  return (
    <LoadState query={run} retryLabel={messages.tryAgain}>
      {(view) => (
        <Stack gap="xs">
          <Group justify="space-between">
            <div>
              <Text fw={500}>{messages.states[view.state]}</Text>
              <Text size="xs" c="dimmed">
                {messages.version(view.workflowVersion)}
              </Text>
            </div>
            {mayLook ? (
              <Anchor component={Link} to={`/runs/${view.id}`} size="sm">
                {messages.onCanvas}
              </Anchor>
            ) : null}
            {mayManage ? <RunButtons run={view} /> : null}
          </Group>
          {view.message === undefined ? null : <Alert color="yellow">{view.message}</Alert>}
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{messages.step}</Table.Th>
                <Table.Th>{messages.result}</Table.Th>
                <Table.Th>{messages.at}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.steps.map((step, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one visit may stand here several times, in the order of time
                <Table.Tr key={`${step.stepId}-${step.visit}-${position}`}>
                  <Table.Td>{step.name ?? step.kind}</Table.Td>
                  <Table.Td>
                    {resultOf(step)}
                    {step.message === undefined ? null : (
                      <Text size="xs" c="dimmed">
                        {step.message}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {step.at === undefined ? null : <DateText value={step.at} />}
                    {step.next === undefined ? null : (
                      <Text size="xs" c="dimmed" component="div">
                        {messages.next} <DateText value={step.next} />
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      )}
    </LoadState>
  )
}

function resultOf({ outcome, outletLabel, outlet }: RunView['steps'][number]): string {
  if (outcome === undefined) return messages.standsHere
  return messages.outcomes[outcome] ?? outletLabel ?? outlet ?? ''
}
