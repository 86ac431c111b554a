import type { TaskView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Button, Stack, Textarea } from '@mantine/core'
import { IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { DeciderSelect } from '../../people/decider-select.tsx'
import { messages } from './messages.ts'

/** Gives the task to somebody else, who is told; it leaves this person's list. */
export function HandOver({ task }: { task: TaskView }) {
  const [opened, setOpened] = useState(false)
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const done = useDone()
  const navigate = useNavigate()
  const handOver = async () => {
    setBusy(true)
    const request = { to, ...(note.trim() === '' ? {} : { note: note.trim() }) }
    const went = await done(() => api.post(`/tasks/${task.id}/hand-over`, request), messages.handedOver)
    setBusy(false)
    if (went) navigate('/tasks')
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowForwardUp size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {messages.handOver}
      </Button>
      <Drawer
        title={messages.handOverTitle}
        opened={opened}
        onClose={() => setOpened(false)}
        closeLabel={messages.close}
      >
        <Stack>
          <DeciderSelect label={messages.handOverTo} value={to} onChange={setTo} required />
          <Textarea
            label={messages.noteOptional}
            autosize
            minRows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button size="md" mih={48} disabled={to === null} loading={busy} onClick={() => void handOver()}>
            {messages.handOver}
          </Button>
        </Stack>
      </Drawer>
    </>
  )
}
