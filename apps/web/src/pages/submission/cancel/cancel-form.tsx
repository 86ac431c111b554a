import type { CancelRequest, SubmissionView } from '@fieldledger/contract'
import { Alert, Button, Checkbox, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { api } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { ReasonBox } from '../reason-box.tsx'
import { CloseOrDelete } from './close-or-delete.tsx'
import { KeptThere } from './kept-there.tsx'
import { messages } from './messages.ts'
import { documentOf, type Fate, isRemovable, useForeseenCancels } from './use-foreseen-cancels.ts'

/** What becomes of each document, by how it stands in the ledger now; what was chosen goes when the dialog is closed. */
export function CancelForm(props: {
  submission: SubmissionView
  reason: string
  onReason: (reason: string) => void
  onClose: () => void
}) {
  const { submission, reason } = props
  const queries = useQueryClient()
  const [removeFromLedger, setRemove] = useState(true)
  const inLedger = submission.ledger.filter(
    ({ remoteId, state }) => remoteId !== undefined && state !== 'removed',
  )
  const fates = useForeseenCancels(inLedger)
  const [deleteIn, setDeleteIn] = useState<readonly string[]>([])
  const removable = fates?.filter(isRemovable) ?? []
  const isDeleted = ({ ledger }: Fate) => deleteIn.includes(ledger.connectionId)
  const choose = (connectionId: string, deleted: boolean) => {
    const others = deleteIn.filter((one) => one !== connectionId)
    setDeleteIn(deleted ? [...others, connectionId] : others)
  }
  const choiceOf = (fate: Fate) =>
    fate.foreseen?.orDeleted === true ? (
      <CloseOrDelete
        fate={fate}
        deleted={isDeleted(fate)}
        onChange={(deleted) => choose(fate.ledger.connectionId, deleted)}
      />
    ) : null
  const removes = removable.length > 0 && removeFromLedger
  const toDelete = fates?.filter((fate) => isDeleted(fate) && (removes || !isRemovable(fate))) ?? []
  const cancel = useMutation({
    mutationFn: (request: CancelRequest) => api.post(`/submissions/${submission.id}/cancel`, request),
    onSuccess: () => {
      notifications.show({ message: messages.cancelled })
      props.onClose()
      void queries.invalidateQueries({ queryKey: ['submissions'] })
    },
  })
  return (
    <Stack>
      <Text c="dimmed">{messages.hint}</Text>
      {cancel.error ? (
        <Alert color="red" role="alert">
          {sentenceOf(cancel.error)}
        </Alert>
      ) : null}
      <ReasonBox label={messages.reason} value={reason} onChange={props.onReason} />
      {fates === undefined ? <Skeleton height={24} aria-busy="true" /> : null}
      {fates?.map((fate) =>
        isRemovable(fate) ? null : (
          <Stack key={fate.ledger.effectId} gap="xs">
            <KeptThere fate={fate} />
            {choiceOf(fate)}
          </Stack>
        ),
      )}
      {removable.length > 0 ? (
        <Checkbox
          label={removable.map((fate) => alsoSaid(fate, isDeleted(fate))).join('. ')}
          checked={removeFromLedger}
          onChange={(event) => setRemove(event.currentTarget.checked)}
        />
      ) : null}
      {removes
        ? removable.map((fate) => <Fragment key={fate.ledger.effectId}>{choiceOf(fate)}</Fragment>)
        : null}
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
              removeFromLedger: removes,
              deleteIn: toDelete.map(({ ledger }) => ledger.connectionId),
            })
          }
        >
          {messages.confirm}
        </Button>
      </Group>
    </Stack>
  )
}

function alsoSaid(fate: Fate, deleted: boolean): string {
  const { ledger, foreseen } = fate
  const becomes = deleted ? 'deleted' : ((foreseen?.becomes ?? 'unknown') as keyof typeof messages.also)
  return messages.also[becomes](documentOf(fate), ledger.providerLabel)
}
