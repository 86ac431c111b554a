import type { TaskDecisionRequest, TaskView } from '@fieldledger/contract'
import { Button, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { ApproveOrReject } from './approve-or-reject.tsx'
import classes from './decide-bar.module.css'
import { messages } from './messages.ts'

/** Two large buttons, always in reach. */
export function DecideBar({ task }: { task: TaskView }) {
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
      <ApproveOrReject
        noteRequired={task.noteRequired}
        busy={busy}
        onDecide={(decision) =>
          void decide(decision, decision.choice === 'approve' ? messages.approved : messages.rejected)
        }
      />
    </div>
  )
}
