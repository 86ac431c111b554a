import type { LedgerState, SubmissionView } from '@fieldledger/contract'
import { DateText, StatusBadge } from '@fieldledger/ui'
import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { KeepAsItStands } from '../../cures/keep-as-it-stands.tsx'
import { SendAsNew } from '../../cures/send-as-new.tsx'
import { LedgerStateBadge } from '../../status/ledger-state-badge.tsx'
import { messages } from './messages.ts'
import { UndoSend } from './undo/undo-send.tsx'

export function LedgerStateLine({ ledger, submission }: { ledger: LedgerState; submission: SubmissionView }) {
  const name =
    ledger.environment === 'practice'
      ? `${ledger.providerLabel} (${messages.practice})`
      : ledger.providerLabel
  return (
    <Paper p="xs" data-ledger-state={ledger.state}>
      <Stack gap={4}>
        <Group justify="space-between" gap={4}>
          <Text fw={600} size="sm">
            {name}
          </Text>
          <LedgerStateBadge ledger={ledger} />
        </Group>
        {ledger.number ? (
          <Text size="sm" c="dimmed" component="div">
            {ledger.url ? (
              <Anchor href={ledger.url} target="_blank" rel="noreferrer" size="sm">
                {ledger.documentLabel} {ledger.number} <IconExternalLink size={12} aria-hidden />
              </Anchor>
            ) : (
              `${ledger.documentLabel} ${ledger.number}`
            )}
            {ledger.sentRevision ? ` · ${messages.sentRevision(ledger.sentRevision)}` : null}
          </Text>
        ) : null}
        {ledger.stateThere ? <Text size="sm">{messages.stateThere(ledger.stateThere)}</Text> : null}
        {ledger.billedInFull ? <Text size="sm">{messages.billedInFull(ledger.providerLabel)}</Text> : null}
        {ledger.changesNotSent ? <StatusBadge tone="warning" word={messages.changesNotSent} /> : null}
        {ledger.state === 'unknown' ? <Text size="sm">{messages.unknownHint}</Text> : null}
        {ledger.message ? <Text size="sm">{ledger.message}</Text> : null}
        {ledger.goesOnAt ? (
          <Text size="sm" c="dimmed">
            {messages.goesOnBy} <DateText value={ledger.goesOnAt} />
          </Text>
        ) : null}
        {ledger.mayBeKept ? <KeepAsItStands effectId={ledger.effectId} /> : null}
        <UndoSend ledger={ledger} submission={submission} />
        {ledger.cure === 'send-as-new' && submission.status !== 'cancelled' ? (
          <SendAsNew effectId={ledger.effectId} submission={submission} />
        ) : null}
      </Stack>
    </Paper>
  )
}
