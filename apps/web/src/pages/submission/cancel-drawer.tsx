import type { CancelRequest, SubmissionView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** Asks for the reason, and offers to close the document in the ledger. */
export function CancelDrawer(props: { submission: SubmissionView; opened: boolean; onClose: () => void }) {
  const { submission } = props
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [removeFromLedger, setRemove] = useState(true)
  const inLedger = submission.ledger.filter(
    ({ remoteId, state }) => remoteId !== undefined && state !== 'removed',
  )
  const cancel = useMutation({
    mutationFn: (request: CancelRequest) => api.post(`/submissions/${submission.id}/cancel`, request),
    onSuccess: () => {
      notifications.show({ message: messages.cancelled })
      props.onClose()
      void queries.invalidateQueries({ queryKey: ['submissions'] })
    },
  })
  return (
    <Drawer
      title={messages.cancelTitle}
      opened={props.opened}
      onClose={props.onClose}
      closeLabel={messages.close}
    >
      <Stack>
        <Text c="dimmed">{messages.cancelHint}</Text>
        {cancel.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(cancel.error)}
          </Alert>
        ) : null}
        <Textarea
          label={messages.cancelReason}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {inLedger.length > 0 ? (
          <Checkbox
            label={messages.cancelRemove(inLedger.map(({ providerLabel }) => providerLabel).join(', '))}
            checked={removeFromLedger}
            onChange={(event) => setRemove(event.currentTarget.checked)}
          />
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {messages.keep}
          </Button>
          <Button
            color="red"
            disabled={reason.trim() === ''}
            loading={cancel.isPending}
            onClick={() =>
              cancel.mutate({
                reason: reason.trim(),
                removeFromLedger: inLedger.length > 0 && removeFromLedger,
              })
            }
          >
            {messages.cancelDo}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
