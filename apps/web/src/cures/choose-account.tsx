import type { ConnectionSummary } from '@fieldledger/workflow'
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { messages } from './messages.ts'
import { RemotePicker } from './remote-picker.tsx'
import type { RemoteRow } from './remote-row.ts'
import { useSaveSettings } from './use-save-settings.ts'

/** The smallest form for "no account found", and for one that was archived there: of a cost code, else of all. */
export function ChooseAccount(props: {
  connection: ConnectionSummary
  costCodeId?: string
  onCured: () => void
}) {
  const { connection, costCodeId } = props
  const [account, setAccount] = useState<RemoteRow>()
  const saveSettings = useSaveSettings(connection)
  const save = async () => {
    if (account === undefined) return
    const chosen = { id: account.id, name: account.name }
    const { costCodeAccounts } = connection.rules
    const rules = {
      ...connection.rules,
      ...(costCodeId === undefined
        ? { defaultExpenseAccount: chosen }
        : { costCodeAccounts: { ...costCodeAccounts, [costCodeId]: chosen } }),
    }
    if (await saveSettings({ rules })) props.onCured()
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
        {costCodeId === undefined ? messages.accountHint : messages.costCodeHint}
      </Text>
      <Button disabled={account === undefined} onClick={() => void save()} w="fit-content">
        {messages.saveAccount}
      </Button>
    </Stack>
  )
}
