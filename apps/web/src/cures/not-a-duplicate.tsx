import type { Problem } from '@fieldledger/workflow'
import { Anchor, Stack } from '@mantine/core'
import { Link } from 'react-router'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { SayWhy } from './say-why.tsx'
import { useDone } from './use-done.ts'

/** Two forms that may be one paper: look at the other one, then say why it is another. */
export function NotADuplicate({ problem, submissionId }: { problem: Problem; submissionId: string }) {
  const maySay = useMay('document.send')
  const done = useDone()
  const { twinId, number = '' } = problem.params ?? {}
  const say = (reason: string) =>
    done(
      () => api.post(`/submissions/${submissionId}/not-a-duplicate`, { twinId: String(twinId), reason }),
      messages.notDuplicateSaid,
    )
  return (
    <Stack gap="xs">
      <Anchor component={Link} to={`/submissions/${twinId}`} size="sm">
        {messages.openTwin(String(number))}
      </Anchor>
      {maySay ? (
        <SayWhy label={messages.notDuplicateReason} button={messages.notDuplicate} onSay={say} />
      ) : null}
    </Stack>
  )
}
