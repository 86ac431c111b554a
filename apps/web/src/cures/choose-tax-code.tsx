import type { ConnectionSummary } from '@fieldledger/workflow'
import { Button, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { messages } from './messages.ts'
import { rulesWithTaxCode, taxCodesOfRate } from './tax-codes-of-rate.ts'
import { useSaveSettings } from './use-save-settings.ts'

/** The smallest form for a rate of which the ledger has several tax codes: which one is meant, for the whole connection. */
export function ChooseTaxCode(props: { connection: ConnectionSummary; rate: string; onCured: () => void }) {
  const { connection, rate } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const saveSettings = useSaveSettings(connection)
  const codes = taxCodesOfRate(connection, rate)
  const save = async ({ id, name }: { id: string; name: string }) => {
    const rules = rulesWithTaxCode(connection.rules, { rate, code: { id, name } })
    if (await saveSettings({ rules })) props.onCured()
  }
  const code = codes.find(({ id }) => id === chosen)
  return (
    <Stack gap="xs">
      <Select
        label={messages.taxCode(rate)}
        data={codes.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <Text size="sm" c="dimmed">
        {messages.taxCodeHint}
      </Text>
      <Button
        disabled={code === undefined}
        onClick={() => void (code === undefined ? undefined : save(code))}
        w="fit-content"
      >
        {messages.saveTaxCode}
      </Button>
    </Stack>
  )
}
