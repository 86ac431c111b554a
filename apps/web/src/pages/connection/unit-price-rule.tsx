import type { ConnectionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { differingDigits, unitPriceDigits } from '@fieldledger/workflow'
import { Alert, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { messages } from './messages.ts'

const words = messages.unitPrices

/** S1-22, S1-23: both sides must round alike; what differs is said while it is saved and for as long as it differs. */
export function UnitPriceRule({ connection, editable }: { connection: ConnectionView; editable: boolean }) {
  const saveSettings = useSaveSettings(connection)
  const digits = unitPriceDigits(connection)
  const { unitPriceDigits: setting } = connection.capabilities
  if (digits === undefined || setting === undefined) return null
  const save = (chosen: number) => {
    const rules = { ...connection.rules, unitPriceDigits: chosen }
    const warning = differingDigits({ ...connection, rules })
    return saveSettings({ rules }, warning ?? words.saved)
  }
  const differing = differingDigits(connection)
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint(connection.providerLabel, setting.usual)}
        </Text>
        <Text size="sm" fw={600} aria-hidden>
          {words.label}
        </Text>
        <SegmentedControl
          aria-label={words.label}
          data={setting.choices.map(String)}
          value={String(digits.here)}
          disabled={!editable}
          onChange={(chosen) => void save(Number(chosen))}
          style={{ alignSelf: 'flex-start' }}
        />
        {differing === undefined ? null : (
          <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {differing}
          </Alert>
        )}
      </Stack>
    </Panel>
  )
}
