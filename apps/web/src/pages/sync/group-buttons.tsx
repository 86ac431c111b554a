import type { AttentionGroup, BatchView, RetryGroupRequest } from '@fieldledger/contract'
import { Drawer, StatusBadge } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh, IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { api } from '../../api/api.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { CureCause } from '../../cures/cure-cause.tsx'
import { useDone } from '../../cures/use-done.ts'
import { WhoMay } from '../../cures/who-may.tsx'
import { useMay } from '../../session/me-context.ts'
import { askedByEach } from './asks-each.ts'
import { messages } from './messages.ts'
import { useCuresTogether } from './use-cures-together.ts'

/** How many one cause holds, the smallest form that cures it for all of them, and one click that tries all again. */
export function GroupButtons({ group }: { group: AttentionGroup }) {
  const [curing, setCuring] = useState(false)
  const [id] = useState(() => v7())
  const mayRun = useMay('run.manage')
  const done = useDone()
  const { count } = group
  const asked = askedByEach(group)
  const problem = useCuresTogether(group)
  const request: RetryGroupRequest = { id, cause: group.key }
  const retry = () =>
    done(() => api.post<BatchView>('/needs-attention/retry', request), messages.groupRetried(count))
  const cured = async () => {
    setCuring(false)
    await done(
      () => api.post('/needs-attention/retry', request).catch(unlessNothingIsLeft),
      messages.groupRetried(count),
    )
  }
  return (
    <Group gap="xs">
      <StatusBadge tone="warning" word={messages.count(count)} />
      {asked === undefined ? null : (
        <Text size="sm" c="dimmed">
          {asked}
        </Text>
      )}
      {problem !== undefined ? (
        <>
          <Button
            size="compact-sm"
            leftSection={<IconTool size={14} aria-hidden />}
            onClick={() => setCuring(true)}
          >
            {messages.cureAll(count)}
          </Button>
          <Drawer
            title={messages.cureTitle(count)}
            opened={curing}
            onClose={() => setCuring(false)}
            closeLabel={messages.close}
          >
            <Stack gap="sm">
              <Alert color="yellow" py={6}>
                {group.cause}
              </Alert>
              <CureCause problem={problem} onCured={() => void cured()} />
              <Text size="sm" c="dimmed">
                {messages.cureThenSent(count)}
              </Text>
            </Stack>
          </Drawer>
        </>
      ) : null}
      <WhoMay permission="run.manage" />
      {mayRun && asked === undefined ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => void retry()}
        >
          {messages.retryGroup(count)}
        </Button>
      ) : null}
    </Group>
  )
}

// Cured, they go on by themselves: a worker may have been faster than this click.
function unlessNothingIsLeft(error: unknown): void {
  if (!(error instanceof ApiProblem && error.code === 'batch-refused')) throw error
}
