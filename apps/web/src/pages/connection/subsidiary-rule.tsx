import type { ConnectionView } from '@fieldledger/contract'
import { ClearableSelect, Panel } from '@fieldledger/ui'
import { Stack, Text } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { messages } from './messages.ts'

const words = messages.subsidiary

/** For a ledger company of several parts: whose documents these are. */
export function SubsidiaryRule({ connection, editable }: { connection: ConnectionView; editable: boolean }) {
  const saveSettings = useSaveSettings(connection)
  const all = connection.ledger?.subsidiaries ?? []
  if (all.length < 2) return null
  const { subsidiary, ...rest } = connection.rules
  const save = (id: string | null) => {
    const chosen = all.find((one) => one.id === id)
    const rules = chosen === undefined ? rest : { ...rest, subsidiary: chosen }
    return saveSettings({ rules })
  }
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint(connection.providerLabel)}
        </Text>
        <ClearableSelect
          label={words.label}
          placeholder={words.ofVendor}
          data={all.map(({ id, name = id }) => ({ value: id, label: name }))}
          value={subsidiary?.id ?? null}
          disabled={!editable}
          clearLabel={words.clear}
          onChange={(id) => void save(id)}
        />
      </Stack>
    </Panel>
  )
}
