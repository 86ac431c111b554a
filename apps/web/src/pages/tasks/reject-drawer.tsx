import { Drawer } from '@fieldledger/ui'
import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { messages } from './messages.ts'

export function RejectDrawer(props: {
  opened: boolean
  noteRequired: boolean
  busy: boolean
  onClose: () => void
  onReject: (note: string) => void
}) {
  const [note, setNote] = useState('')
  return (
    <Drawer
      title={messages.rejectTitle}
      opened={props.opened}
      onClose={props.onClose}
      closeLabel={messages.close}
    >
      <Stack>
        <Textarea
          label={props.noteRequired ? messages.note : messages.noteOptional}
          description={props.noteRequired ? messages.noteRequired : undefined}
          required={props.noteRequired}
          size="md"
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          color="red"
          size="md"
          mih={48}
          loading={props.busy}
          disabled={props.noteRequired && note.trim() === ''}
          onClick={() => props.onReject(note.trim())}
        >
          {messages.rejectDo}
        </Button>
      </Stack>
    </Drawer>
  )
}
