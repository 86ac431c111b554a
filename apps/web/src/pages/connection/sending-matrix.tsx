import type { DocumentKind } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import type { SendingEvent, SendingSettings } from '@fieldledger/workflow'
import { Box, Table, Text } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { useMay } from '../../session/me-context.ts'
import { messages } from './messages.ts'
import { sendableKinds } from './sendable-kinds.ts'
import { SendingRow } from './sending-row.tsx'

const nothing: SendingSettings = { approved: [], changed: [] }

/** Documents × events: a switch where this ledger can take the document, the ledger's own words beneath it. */
export function SendingMatrix({ connection }: { connection: ConnectionView }) {
  const mayEdit = useMay('catalogue.edit')
  const saveSettings = useSaveSettings(connection)
  const { capabilities, sending = nothing } = connection
  const kinds = sendableKinds(capabilities)
  const toggle = (kind: DocumentKind, event: SendingEvent) => {
    const others = sending[event].filter((one) => one !== kind)
    const on = sending[event].includes(kind)
    const next: SendingSettings = { ...sending, [event]: on ? others : [...others, kind] }
    return saveSettings({ sending: next })
  }
  return (
    <Panel title={messages.sendTitle} flush>
      <Text c="dimmed" size="sm" p="md" maw={760}>
        {kinds.length === 0 ? messages.nothingSendable : messages.sendHint}
      </Text>
      <Box style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table aria-label={messages.sendTitle}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{messages.document}</Table.Th>
              <Table.Th>{messages.whenApproved}</Table.Th>
              <Table.Th>{messages.whenChanged}</Table.Th>
              <Table.Th>{messages.byHand}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kinds.map((kind) => (
              <SendingRow
                key={kind}
                kind={kind}
                capabilities={capabilities}
                sending={sending}
                editable={mayEdit}
                onToggle={(event) => toggle(kind, event)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      <Text c="dimmed" size="sm" p="md">
        {messages.changedHint}
      </Text>
    </Panel>
  )
}
