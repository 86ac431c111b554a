import type { LedgerPreflight, SubmissionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { CureProblem } from '../pages/tasks/cure-problem.tsx'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { PlannedOrders } from './planned-orders.tsx'
import { toldOnce } from './told-once.ts'
import { useBeforeSending } from './use-before-sending.ts'

/** What would hold the form before its ledgers: the same list that the editor's preview shows and the sender obeys. */
export function BeforeSending({ submission }: { submission: SubmissionView }) {
  const mayCure = useMay('document.send')
  const rows = useBeforeSending(submission.id).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={messages.title}>
      <Stack gap="sm">
        {rows.map((row) => (
          <OneLedger key={row.connectionId} row={row} submission={submission} mayCure={mayCure} />
        ))}
      </Stack>
    </Panel>
  )
}

function OneLedger(props: { row: LedgerPreflight; submission: SubmissionView; mayCure: boolean }) {
  const { row, submission, mayCure } = props
  const { problems, providerLabel, documentLabel } = row
  const holding = problems.filter(({ severity }) => severity === 'error')
  return (
    <Stack gap="xs">
      <PlannedOrders row={row} />
      {holding.length === 0 ? (
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck size={18} aria-hidden color="var(--mantine-color-teal-6)" />
          <Text size="sm">{messages.ready(providerLabel, documentLabel)}</Text>
        </Group>
      ) : (
        <Text size="sm" fw={600}>
          {messages.found(providerLabel, toldOnce(holding).length)}
        </Text>
      )}
      {toldOnce(problems).map(({ problem, alsoOn }) => (
        <Alert
          key={`${problem.code} ${problem.message}`}
          color="yellow"
          py={6}
          icon={<IconAlertTriangle size={18} aria-hidden />}
        >
          <Stack gap="xs">
            <Text size="sm">
              {problem.message}
              {alsoOn.length === 0 ? '' : ` ${messages.alsoOn(alsoOn)}`}
            </Text>
            {problem.cure === 'send-order' ||
            (problem.severity === 'error' && (mayCure || problem.cure === 'not-a-duplicate')) ? (
              <CureProblem problems={[problem]} submission={submission} onCured={() => undefined} />
            ) : null}
          </Stack>
        </Alert>
      ))}
    </Stack>
  )
}
