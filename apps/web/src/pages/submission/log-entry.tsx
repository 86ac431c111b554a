import type { SyncLogEntry } from '@fieldledger/contract'
import { DateText, StatusBadge, type StatusTone } from '@fieldledger/ui'
import { Accordion, Code, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { WhatItMeans } from '../../explain/what-it-means.tsx'
import { AskedByLine } from './asked-by-line.tsx'
import { CureInPlace } from './cure-in-place.tsx'
import { messages } from './messages.ts'

const tones: Record<SyncLogEntry['status'], StatusTone> = {
  success: 'good',
  failure: 'bad',
  unknown: 'warning',
}

/** One exchange with a ledger; opened, it shows what was asked and what came back. */
export function LogEntry(props: {
  entry: SyncLogEntry
  /** The document, where entries of several stand in one list. */
  about?: string | undefined
  above?: ReactNode
}) {
  const { entry, about, above } = props
  return (
    <Accordion.Item value={entry.id}>
      <Accordion.Control>
        <Stack gap={4} component="span">
          <Group gap="xs" component="span">
            <StatusBadge tone={tones[entry.status]} word={messages.logStatus[entry.status]} />
            <Text fw={600} component="span">
              {entry.title}
            </Text>
          </Group>
          <Text size="sm" c="dimmed" component="span">
            {about === undefined ? null : `${about} · `}
            {entry.providerLabel} · <DateText value={entry.at} /> · {messages.took(entry.durationMs)}
            {entry.attempt === null ? null : ` · ${messages.attempt(entry.attempt)}`}
            {entry.asked === null ? null : ` · ${entry.asked.text}`}
          </Text>
        </Stack>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs">
          {above}
          <Text>{entry.message}</Text>
          <AskedByLine asked={entry.asked} submissionId={entry.submissionId} />
          <WhatItMeans explanation={entry.explanation} />
          <CureInPlace entry={entry} />
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
