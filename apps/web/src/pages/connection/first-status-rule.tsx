import { documentCapability, type FirstStatus } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Select, Stack, Text } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { documentName } from './document-name.ts'
import { messages } from './messages.ts'
import { sendableKinds } from './sendable-kinds.ts'

const words = messages.firstStatus

/** G-04: in which status documents are made, for a ledger that has several. */
export function FirstStatusRule({ connection, editable }: { connection: ConnectionView; editable: boolean }) {
  const saveSettings = useSaveSettings(connection)
  const { capabilities, providerLabel, rules } = connection
  const rows = sendableKinds(capabilities).flatMap((kind) => {
    const firstStatus = documentCapability(capabilities, kind)?.firstStatus
    return firstStatus === undefined ? [] : [{ kind, ...firstStatus }]
  })
  if (rows.length === 0) return null
  const save = (kind: string, status: FirstStatus) => {
    const next = { ...rules, firstStatus: { ...rules.firstStatus, [kind]: status } }
    return saveSettings({ rules: next })
  }
  return (
    <Panel title={words.title(providerLabel)}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint(providerLabel)}
        </Text>
        {rows.map(({ kind, usual, choices }) => (
          <Select
            key={kind}
            label={documentName(kind)}
            data={choices.map((value) => ({
              value,
              label: value === usual ? words.usual(words.names[value]) : words.names[value],
            }))}
            value={rules.firstStatus?.[kind] ?? usual}
            disabled={!editable}
            allowDeselect={false}
            onChange={(status) => void (status === null ? undefined : save(kind, status))}
          />
        ))}
      </Stack>
    </Panel>
  )
}
