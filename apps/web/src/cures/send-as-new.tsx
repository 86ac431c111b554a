import type { SubmissionView } from '@fieldledger/contract'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { CancelDrawer } from '../pages/submission/cancel/cancel-drawer.tsx'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** It was removed in the ledger by hand: a person has it made again, or gives the form up (G-13). */
export function SendAsNew(props: { effectId: string; submission: SubmissionView }) {
  const { submission } = props
  const [cancelling, setCancelling] = useState(false)
  const mayResolve = useMay('effect.resolve')
  const done = useDone()
  const send = () =>
    done(() => api.post(`/effects/${props.effectId}/resolve`, { how: 'send-as-new' }), messages.sentAsNew)
  return (
    <Group gap="xs">
      {mayResolve ? <Button onClick={() => void send()}>{messages.sendAsNew}</Button> : null}
      {submission.allowed.includes('cancel') ? (
        <Button variant="light" color="red" onClick={() => setCancelling(true)}>
          {messages.cancelHere}
        </Button>
      ) : null}
      <CancelDrawer submission={submission} opened={cancelling} onClose={() => setCancelling(false)} />
    </Group>
  )
}
