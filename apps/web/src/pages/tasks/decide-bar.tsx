import type { TaskDecisionRequest, TaskView } from '@fieldledger/contract'
import { Button, Group } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import classes from './decide-bar.module.css'
import { messages } from './messages.ts'
import { RejectDrawer } from './reject-drawer.tsx'

/** Two large buttons, always in reach. */
export function DecideBar({ task }: { task: TaskView }) {
  const [rejecting, setRejecting] = useState(false)
  const [busy, setBusy] = useState<string>()
  const done = useDone()
  const navigate = useNavigate()
  const decide = async (request: TaskDecisionRequest, said: string) => {
    setBusy(request.choice)
    const went = await done(() => api.post(`/tasks/${task.id}/decision`, request), said)
    setBusy(undefined)
    if (went) navigate('/tasks')
  }
  if (task.kind === 'edit-form') {
    const draft = task.submission.status === 'draft'
    return (
      <div className={classes.bar}>
        <Group grow>
          <Button
            component={Link}
            to={`/submissions/${task.submission.id}/revise`}
            size="md"
            mih={48}
            variant={draft ? 'filled' : 'default'}
            leftSection={<IconPencil size={18} aria-hidden />}
          >
            {draft ? messages.complete : messages.edit}
          </Button>
          {draft ? null : (
            <Button
              size="md"
              mih={48}
              loading={busy === 'done'}
              onClick={() => void decide({ choice: 'done' }, messages.finished)}
            >
              {messages.done}
            </Button>
          )}
        </Group>
      </div>
    )
  }
  return (
    <div className={classes.bar}>
      <Group grow>
        <Button
          size="md"
          mih={48}
          variant="default"
          leftSection={<IconX size={18} aria-hidden />}
          onClick={() => setRejecting(true)}
        >
          {messages.reject}
        </Button>
        <Button
          size="md"
          mih={48}
          loading={busy === 'approve'}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => void decide({ choice: 'approve' }, messages.approved)}
        >
          {messages.approve}
        </Button>
      </Group>
      <RejectDrawer
        opened={rejecting}
        noteRequired={task.noteRequired}
        busy={busy === 'reject'}
        onClose={() => setRejecting(false)}
        onReject={(note) =>
          void decide({ choice: 'reject', ...(note === '' ? {} : { note }) }, messages.rejected)
        }
      />
    </div>
  )
}
