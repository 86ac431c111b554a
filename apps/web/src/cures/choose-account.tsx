import type { ConnectionSummary } from '@fieldledger/workflow'
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import { RemotePicker } from './remote-picker.tsx'
import type { RemoteRow } from './remote-row.ts'
import { useDone } from './use-done.ts'

/** The smallest form for "no account found": a default for the whole connection. */
export function ChooseAccount(props: { connection: ConnectionSummary; onCured: () => void }) {
  const { connection } = props
  const [account, setAccount] = useState<RemoteRow>()
  const done = useDone()
  const save = async () => {
    if (account === undefined) return
    const rules = {
      ...connection.rules,
      defaultExpenseAccount: { id: account.id, name: account.name },
    }
    if (await done(() => api.put(`/connections/${connection.id}/settings`, { rules }), messages.saved))
      props.onCured()
  }
  return (
    <Stack gap="xs">
      <RemotePicker
        label={messages.account}
        connectionId={connection.id}
        list="accounts"
        value={account}
        onChange={setAccount}
      />
      <Text size="sm" c="dimmed">
        {messages.accountHint}
      </Text>
      <Button disabled={account === undefined} onClick={() => void save()} w="fit-content">
        {messages.saveAccount}
      </Button>
    </Stack>
  )
}
