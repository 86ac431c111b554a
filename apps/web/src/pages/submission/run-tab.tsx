import { DateText, EmptyState, LoadState } from '@fieldledger/ui'
import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import type { RunView } from './run-view.ts'

/** The steps that the workflow took with this form, in order. */
export function RunTab({ runId, submissionId }: { runId: string | null; submissionId: string }) {
  const mayManage = useMay('run.manage')
  const queries = useQueryClient()
  const run = useQuery({
    queryKey: ['submissions', submissionId, 'run', runId],
    queryFn: ({ signal }) => api.get<RunView>(`/runs/${runId}`, signal),
    enabled: runId !== null,
  })
  const change = async (what: 'retry' | 'cancel') => {
    await api.post(`/runs/${runId}/${what}`, what === 'cancel' ? { reason: messages.stopReason } : {})
    await queries.invalidateQueries({ queryKey: ['submissions', submissionId] })
  }
  if (runId === null)
    return (
      <EmptyState icon={<IconRoute size={24} />} title={messages.runEmpty} hint={messages.runEmptyHint} />
    )
  return (
    <LoadState query={run} retryLabel={messages.retry}>
      {(view) => (
        <Stack gap="xs">
          <Group justify="space-between">
            <Text>
              {messages.runState}: {view.state}
            </Text>
            {mayManage && view.state === 'needs-attention' ? (
              <Group gap="xs">
                <Button size="xs" onClick={() => void change('retry')}>
                  {messages.retryRun}
                </Button>
                <Button size="xs" variant="default" onClick={() => void change('cancel')}>
                  {messages.stopRun}
                </Button>
              </Group>
            ) : null}
          </Group>
          <Table fz="sm">
            <Table.Tbody>
              {(view.steps ?? []).map((step) => (
                <Table.Tr key={`${step.stepId}-${step.visit}`}>
                  <Table.Td>{step.name ?? step.kind}</Table.Td>
                  <Table.Td>{step.outlet}</Table.Td>
                  <Table.Td>{step.at ? <DateText value={step.at} /> : null}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      )}
    </LoadState>
  )
}
