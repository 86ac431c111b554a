import type { LedgerState, UndoForeseen } from '@fieldledger/contract'
import { Drawer, LoadState } from '@fieldledger/ui'
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { ReasonBox } from '../reason-box.tsx'
import { messages } from './messages.ts'

/** Says exactly what will happen in the ledger, by how the document stands there now. */
export function UndoDrawer(props: { ledger: LedgerState; onClose: () => void }) {
  const { ledger, onClose } = props
  const { effectId, providerLabel } = ledger
  const foreseen = useQuery({
    queryKey: ['undo', effectId],
    queryFn: ({ signal }) => api.get<UndoForeseen>(`/effects/${effectId}/undo`, signal),
    gcTime: 0,
  })
  return (
    <Drawer opened title={messages.title(providerLabel)} onClose={onClose} closeLabel={messages.close}>
      <LoadState query={foreseen} retryLabel={messages.retry}>
        {(undo) => <Foreseen {...props} undo={undo} />}
      </LoadState>
    </Drawer>
  )
}

function Foreseen(props: { ledger: LedgerState; undo: UndoForeseen; onClose: () => void }) {
  const { ledger, undo, onClose } = props
  const { providerLabel, documentLabel, effectId } = ledger
  const done = useDone()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const document = `${documentLabel} ${undo.number}`
  if (undo.becomes === 'refused')
    return (
      <Stack>
        <Alert color="yellow" title={messages.refused(providerLabel)}>
          {undo.refused}
        </Alert>
        <Text size="sm" c="dimmed">
          {messages.cancelInstead}
        </Text>
        {undo.url === undefined ? null : (
          <Anchor href={undo.url} target="_blank" rel="noreferrer" size="sm">
            {messages.openThere(providerLabel)}
          </Anchor>
        )}
      </Stack>
    )
  const confirm = async () => {
    setBusy(true)
    const body = { reason: reason.trim() }
    const asked = await done(() => api.post(`/effects/${effectId}/undo`, body), messages.asked)
    setBusy(false)
    if (asked) onClose()
  }
  return (
    <Stack>
      <Text>{messages.does[undo.becomes](document, providerLabel)}</Text>
      <ReasonBox label={messages.reason} value={reason} onChange={setReason} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {messages.keep}
        </Button>
        <Button color="red" loading={busy} disabled={reason.trim() === ''} onClick={() => void confirm()}>
          {messages.confirm[undo.becomes]}
        </Button>
      </Group>
    </Stack>
  )
}
