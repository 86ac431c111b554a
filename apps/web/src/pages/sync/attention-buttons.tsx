import type { AttentionEntry } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { ResolveUnknown } from '../../cures/resolve-unknown.tsx'
import { useDone } from '../../cures/use-done.ts'
import { useMay } from '../../session/me-context.ts'
import { onTheForm } from './asks-each.ts'
import { messages } from './messages.ts'
import { RefusedDocument } from './refused-document.tsx'

/** The task's small form, the question about an unknown document, or the stopped run's two buttons. */
export function AttentionButtons(props: { entry: AttentionEntry; code: string; cure: string | undefined }) {
  const { entry, code, cure } = props
  const [asking, setAsking] = useState(false)
  const mayResolve = useMay('effect.resolve')
  const mayRun = useMay('run.manage')
  const mayTask = useMay('task.read')
  const done = useDone()
  if (entry.taskId !== undefined)
    return mayTask ? (
      <Button component={Link} to={`/tasks/${entry.taskId}`} size="compact-sm" variant="light">
        {cure === 'choose-version' ? messages.compare : messages.cure}
      </Button>
    ) : null
  if (onTheForm.includes(code))
    return (
      <Button component={Link} to={`/submissions/${entry.submissionId}`} size="compact-sm" variant="light">
        {messages.openForm}
      </Button>
    )
  return (
    <Group gap={4}>
      {entry.runId !== undefined && mayRun ? (
        <>
          <Button
            size="compact-sm"
            onClick={() => void done(() => api.post(`/runs/${entry.runId}/retry`), messages.retried)}
          >
            {messages.retryRun}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              void done(
                () => api.post(`/runs/${entry.runId}/cancel`, { reason: messages.stopReason }),
                messages.stopped,
              )
            }
          >
            {messages.stopRun}
          </Button>
        </>
      ) : null}
      {entry.effectId !== undefined && entry.inDoubt !== true && entry.runId === undefined ? (
        <RefusedDocument effectId={entry.effectId} />
      ) : null}
      {entry.effectId !== undefined && entry.inDoubt === true && mayResolve ? (
        <>
          <Button size="compact-sm" variant="light" onClick={() => setAsking(true)}>
            {messages.resolve}
          </Button>
          <Drawer
            title={messages.resolveTitle}
            opened={asking}
            onClose={() => setAsking(false)}
            closeLabel={messages.close}
          >
            <ResolveUnknown effectId={entry.effectId} onCured={() => setAsking(false)} />
          </Drawer>
        </>
      ) : null}
    </Group>
  )
}
