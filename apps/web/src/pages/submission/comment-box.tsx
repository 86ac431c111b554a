import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'

/** What somebody says about the form: it stands in the timeline, and with an invoice it goes to the ledger. */
export function CommentBox({ submissionId }: { submissionId: string }) {
  const maySay = useMay('submission.revise')
  const done = useDone()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  if (!maySay) return null
  const add = async () => {
    setBusy(true)
    const isAdded = await done(
      () => api.post(`/submissions/${submissionId}/comments`, { text: text.trim() }),
      messages.commented,
    )
    setBusy(false)
    if (isAdded) setText('')
  }
  return (
    <Group align="flex-end" gap="xs" mt="md">
      <Textarea
        style={{ flex: '1 1 220px' }}
        label={messages.comment}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button variant="default" loading={busy} disabled={text.trim() === ''} onClick={() => void add()}>
        {messages.addComment}
      </Button>
    </Group>
  )
}
