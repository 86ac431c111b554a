import type { ConnectionView, ReconciledRow } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { useMay } from '../../../session/me-context.ts'
import { DifferenceTable } from './difference-table.tsx'
import { messages } from './messages.ts'
import { OutcomeBadge } from './outcome-badge.tsx'
import { SetAsideForm } from './set-aside-form.tsx'

/** One document: the cause in words, what differs, and the buttons that cure it. */
export function SettleDrawer(props: { row: ReconciledRow; connection: ConnectionView; onClose: () => void }) {
  const { row, connection, onClose } = props
  const { providerLabel } = connection
  const navigate = useNavigate()
  const mayResolve = useMay('effect.resolve') && row.sentAsNew !== true
  const done = useDone()
  const cure = async (path: string, how: { body: object; said: string; at?: string }) => {
    if (!(await done(() => api.post(path, how.body), how.said))) return
    if (how.at === undefined) onClose()
    else navigate(how.at)
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      title={`${row.documentLabel} ${row.number ?? messages.noNumber}`}
      closeLabel={messages.close}
      size={560}
    >
      <Stack>
        <Group gap="xs">
          <OutcomeBadge outcome={row.outcome} />
          {row.party === null ? null : <Text size="sm">{row.party}</Text>}
        </Group>
        <Text>{row.sentAsNew ? messages.newSentHint : messages.cause[row.outcome](providerLabel)}</Text>
        {row.setAside === undefined ? null : (
          <Alert color="gray" title={messages.asideBy(row.setAside.by)}>
            {row.setAside.reason}
          </Alert>
        )}
        {row.differences.length === 0 ? null : <DifferenceTable differences={row.differences} />}
        <Group gap="xs">
          {mayResolve && row.outcome === 'differs' && row.submissionId !== undefined ? (
            <Button
              onClick={() =>
                void cure(`/submissions/${row.submissionId}/send`, {
                  body: { connectionId: connection.id },
                  said: messages.sentAgain,
                  at: `/submissions/${row.submissionId}`,
                })
              }
            >
              {messages.sendAgain}
            </Button>
          ) : null}
          {mayResolve && row.outcome === 'missing-there' && row.effectId !== undefined ? (
            <Button
              onClick={() =>
                void cure(`/effects/${row.effectId}/resolve`, {
                  body: { how: 'send-as-new' },
                  said: messages.sentAsNew,
                })
              }
            >
              {messages.sendAsNew}
            </Button>
          ) : null}
          {row.submissionId === undefined ? null : (
            <Button component={Link} to={`/submissions/${row.submissionId}`} variant="default">
              {messages.openForm}
            </Button>
          )}
          {row.url === undefined || row.outcome === 'missing-there' ? null : (
            <Button
              component="a"
              href={row.url}
              target="_blank"
              rel="noreferrer"
              variant="default"
              leftSection={<IconExternalLink size={16} aria-hidden />}
            >
              {messages.openThere(providerLabel)}
            </Button>
          )}
        </Group>
        {mayResolve && row.outcome !== 'agrees' ? (
          <SetAsideForm row={row} connectionId={connection.id} onDone={onClose} />
        ) : null}
      </Stack>
    </Drawer>
  )
}
