import { Button, Group } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { messages } from './messages.ts'
import { RejectDrawer } from './reject-drawer.tsx'

/** Two large buttons; a rejection asks for its note first. */
export function ApproveOrReject(props: {
  noteRequired: boolean
  busy: string | undefined
  onDecide: (decision: { choice: 'approve' | 'reject'; note?: string }) => void
}) {
  const { busy, onDecide } = props
  const [rejecting, setRejecting] = useState(false)
  return (
    <>
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
          onClick={() => onDecide({ choice: 'approve' })}
        >
          {messages.approve}
        </Button>
      </Group>
      <RejectDrawer
        opened={rejecting}
        noteRequired={props.noteRequired}
        busy={busy === 'reject'}
        onClose={() => setRejecting(false)}
        onReject={(note) => onDecide({ choice: 'reject', ...(note === '' ? {} : { note }) })}
      />
    </>
  )
}
