import type { SubmissionView } from '@fieldledger/contract'
import { DateText, Money, Panel } from '@fieldledger/ui'
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useLinks } from '../../data/use-links.ts'
import { DocumentStatusBadge } from '../../status/document-status-badge.tsx'
import { isPart } from './is-part.ts'
import { LedgerStateLine } from './ledger-state-line.tsx'
import { messages } from './messages.ts'
import { SubmissionButtons } from './submission-buttons.tsx'

/** Three named things: document status, label, ledger state; and what may be done. */
export function StatusPanel({ submission }: { submission: SubmissionView }) {
  const { totals, ledger } = submission
  const isSplit = useLinks(submission.id).data?.made.some(isPart) === true
  return (
    <Panel>
      <Stack gap="sm">
        <Named name={messages.documentStatus}>
          <DocumentStatusBadge status={submission.status} />
        </Named>
        <Named name={messages.label}>
          {submission.label ? (
            <Badge color="gray">{submission.label}</Badge>
          ) : (
            <Text c="dimmed">{messages.noLabel}</Text>
          )}
        </Named>
        <Named name={messages.ledgerState}>
          {ledger.length === 0 ? (
            <Text c="dimmed">{isSplit ? messages.inItsOrders : messages.notSent}</Text>
          ) : null}
        </Named>
        {ledger.map((state) => (
          <LedgerStateLine key={state.effectId} ledger={state} submission={submission} />
        ))}
        <Named name={messages.total}>
          <Text fw={650} size="lg" component="div">
            <Money amount={totals.total} />
          </Text>
        </Named>
        {totals.tax.minor === 0 ? null : (
          <Named name={messages.tax}>
            <Money amount={totals.tax} />
          </Named>
        )}
        {submission.responsible === null ? null : (
          <Named name={messages.responsible}>
            <Text ta="right" size="sm">
              {submission.responsible}
            </Text>
          </Named>
        )}
        <Named name={messages.submittedBy}>
          <Text ta="right" size="sm" component="div">
            {submission.submittedBy}
            <br />
            <DateText value={submission.submittedAt} />
          </Text>
        </Named>
        <Named name={messages.revision}>
          <Text className="numeric" component="div">
            {submission.revision}
            {submission.revision > 1 ? (
              <>
                {' · '}
                <Anchor component={Link} to="?tab=changes" preventScrollReset>
                  {messages.seeChanges}
                </Anchor>
              </>
            ) : null}
          </Text>
        </Named>
        <SubmissionButtons submission={submission} />
      </Stack>
    </Panel>
  )
}

function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Text c="dimmed" size="sm">
        {name}
      </Text>
      {children}
    </Group>
  )
}
