import type { CancelRequest, SubmissionView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Alert, Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { ReasonBox } from '../reason-box.tsx'
import { KeptThere } from './kept-there.tsx'
import { messages } from './messages.ts'
import { type Fate, isRemovable, useForeseenCancels } from './use-foreseen-cancels.ts'

/** Asks for the reason, and says what becomes of the document in the ledger, by how it stands there now. */
export function CancelDrawer(props: { submission: SubmissionView; opened: boolean; onClose: () => void }) {
  const { submission, opened } = props
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [removeFromLedger, setRemove] = useState(true)
  const inLedger = submission.ledger.filter(
    ({ remoteId, state }) => remoteId !== undefined && state !== 'removed',
  )
  const fates = useForeseenCancels(inLedger, opened)
  const removable = fates?.filter(isRemovable) ?? []
  const cancel = useMutation({
    mutationFn: (request: CancelRequest) => api.post(`/submissions/${submission.id}/cancel`, request),
    onSuccess: () => {
      notifications.show({ message: messages.cancelled })
      props.onClose()
      void queries.invalidateQueries({ queryKey: ['submissions'] })
    },
  })
  return (
    <Drawer title={messages.title} opened={opened} onClose={props.onClose} closeLabel={messages.close}>
      <Stack>
        <Text c="dimmed">{messages.hint}</Text>
        {cancel.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(cancel.error)}
          </Alert>
        ) : null}
        <ReasonBox label={messages.reason} value={reason} onChange={setReason} />
        {fates === undefined ? <Skeleton height={24} aria-busy="true" /> : null}
        {fates?.map((fate) =>
          isRemovable(fate) ? null : <KeptThere key={fate.ledger.effectId} fate={fate} />,
        )}
        {removable.length > 0 ? (
          <Checkbox
            label={removable.map(alsoSaid).join('. ')}
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
            disabled={reason.trim() === '' || fates === undefined}
            loading={cancel.isPending}
            onClick={() =>
              cancel.mutate({
                reason: reason.trim(),
                removeFromLedger: removable.length > 0 && removeFromLedger,
              })
            }
          >
            {messages.confirm}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}

function alsoSaid({ ledger, foreseen }: Fate): string {
  const document = [ledger.documentLabel, foreseen?.number ?? ledger.number].filter(Boolean).join(' ')
  const becomes = (foreseen?.becomes ?? 'unknown') as keyof typeof messages.also
  return messages.also[becomes](document, ledger.providerLabel)
}
