import type { ReconciledRow } from '@fieldledger/contract'
import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { messages } from './messages.ts'

/** With a reason and the person's name it does not count any more, as long as it stays as it is. */
export function SetAsideForm(props: { row: ReconciledRow; connectionId: string; onDone: () => void }) {
  const { row, connectionId, onDone } = props
  const done = useDone()
  const [reason, setReason] = useState('')
  const save = async (wanted: string | null) => {
    const body = { rowId: row.id, reason: wanted }
    const said = wanted === null ? messages.takenBack : messages.asideDone
    if (await done(() => api.post(`/connections/${connectionId}/reconcile/aside`, body), said)) onDone()
  }
  if (row.setAside !== undefined)
    return (
      <Button variant="default" w="fit-content" onClick={() => void save(null)}>
        {messages.takeBack}
      </Button>
    )
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        style={{ flex: '1 1 220px' }}
        label={messages.asideReason}
        description={messages.asideHint}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" disabled={reason.trim() === ''} onClick={() => void save(reason.trim())}>
        {messages.setAside}
      </Button>
    </Group>
  )
}
