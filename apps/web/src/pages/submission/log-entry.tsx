import type { SyncLogEntry } from '@fieldledger/contract'
import { DateText, StatusBadge, type StatusTone } from '@fieldledger/ui'
import { Accordion, Code, Group, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

const tones: Record<SyncLogEntry['status'], StatusTone> = {
  success: 'good',
  failure: 'bad',
  unknown: 'warning',
}

export function LogEntry({ entry }: { entry: SyncLogEntry }) {
  return (
    <Accordion.Item value={entry.id}>
      <Accordion.Control>
        <Group gap="xs">
          <StatusBadge tone={tones[entry.status]} word={messages.logStatus[entry.status]} />
          <Text fw={600} component="span">
            {entry.title}
          </Text>
          <Text size="sm" c="dimmed" component="span">
            {entry.providerLabel} · <DateText value={entry.at} /> · {messages.took(entry.durationMs)}
            {entry.attempt === null ? null : ` · ${messages.attempt(entry.attempt)}`}
          </Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">
          <Text>{entry.message}</Text>
          <Exchange label={messages.request} body={entry.request} />
          <Exchange label={messages.answer} body={entry.answer} />
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Exchange({ label, body }: { label: string; body: unknown }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Code block mah={320} style={{ overflow: 'auto' }} tabIndex={0}>
        {typeof body === 'string' ? body : JSON.stringify(body, null, 2)}
      </Code>
    </div>
  )
}
