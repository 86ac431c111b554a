import {
  type Capabilities,
  type DocumentKind,
  documentCapability,
  mayBeChanged,
} from '@fieldledger/accounting'
import type { SendingEvent, SendingSettings } from '@fieldledger/workflow'
import { Switch, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { documentName } from './document-name.ts'
import { messages } from './messages.ts'

const events: readonly { event: SendingEvent; name: string }[] = [
  { event: 'approved', name: messages.whenApproved },
  { event: 'changed', name: messages.whenChanged },
]

export function SendingRow(props: {
  kind: DocumentKind
  capabilities: Capabilities
  sending: SendingSettings
  editable: boolean
  onToggle: (event: SendingEvent) => Promise<unknown>
}) {
  const { kind, capabilities, sending, editable } = props
  const [saving, setSaving] = useState(false)
  const document = documentCapability(capabilities, kind)
  const offered = document?.create === true
  const known = capabilities.sendingCaptions?.[kind]
  const caption = known === undefined ? document?.label : messages.elsewhere(known)
  const toggle = async (event: SendingEvent) => {
    setSaving(true)
    await props.onToggle(event)
    setSaving(false)
  }
  return (
    <Table.Tr data-document={kind}>
      <Table.Td miw={180}>
        <Text fw={600} size="sm">
          {documentName(kind)}
        </Text>
        <Text size="xs" c="dimmed">
          {caption}
        </Text>
        {offered ? null : (
          <Text size="xs" c="dimmed">
            {messages.notOffered}
          </Text>
        )}
      </Table.Td>
      {events.map(({ event, name }) => (
        <Table.Td key={event}>
          {offered ? (
            <Switch
              aria-label={messages.switchOf(documentName(kind), name)}
              checked={sending[event].includes(kind)}
              disabled={!editable || saving || (event === 'changed' && !mayBeChanged(document))}
              onChange={() => void toggle(event)}
            />
          ) : null}
        </Table.Td>
      ))}
      <Table.Td>{offered ? messages.always : null}</Table.Td>
    </Table.Tr>
  )
}
