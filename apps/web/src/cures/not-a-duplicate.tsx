import type { Problem } from '@fieldledger/workflow'
import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** Two forms that may be one paper: look at the other one, then say why it is another. */
export function NotADuplicate({ problem, submissionId }: { problem: Problem; submissionId: string }) {
  const maySay = useMay('document.send')
  const done = useDone()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const { twinId, number = '' } = problem.params ?? {}
  const say = async () => {
    setBusy(true)
    const body = { twinId: String(twinId), reason: reason.trim() }
    await done(
      () => api.post(`/submissions/${submissionId}/not-a-duplicate`, body),
      messages.notDuplicateSaid,
    )
    setBusy(false)
  }
  return (
    <Stack gap="xs">
      <Anchor component={Link} to={`/submissions/${twinId}`} size="sm">
        {messages.openTwin(String(number))}
      </Anchor>
      {maySay ? (
        <Group align="flex-end" gap="xs">
          <TextInput
            style={{ flex: '1 1 220px' }}
            label={messages.notDuplicateReason}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button variant="default" loading={busy} disabled={reason.trim() === ''} onClick={() => void say()}>
            {messages.notDuplicate}
          </Button>
        </Group>
      ) : null}
    </Stack>
  )
}
