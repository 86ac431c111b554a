import type { FailedMailView, Page } from '@fieldledger/contract'
import { DateText, Panel } from '@fieldledger/ui'
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useFailedMails } from '../../data/use-failed-mails.ts'
import { messages } from './messages.ts'

const words = messages.failedMails

/** E-mails that were given up, with what the mail server said; for whoever looks after the company. */
export function FailedMails() {
  const rows = useFailedMails()
  if (rows.length === 0) return null
  return (
    <Panel title={words.title(rows.length)}>
      <Stack gap="md">
        {rows.map((mail) => (
          <FailedMail key={mail.id} mail={mail} />
        ))}
      </Stack>
    </Panel>
  )
}

function FailedMail({ mail }: { mail: Page<FailedMailView>['rows'][number] }) {
  const done = useDone()
  const place = `/failed-mails/${mail.id}`
  return (
    <Group justify="space-between" align="flex-start" gap="xs" role="group" aria-label={mail.subject}>
      <Stack gap={2} style={{ flex: '1 1 260px', overflowWrap: 'anywhere' }}>
        <Text fw={600}>
          {mail.submissionId === null ? (
            mail.subject
          ) : (
            <Anchor component={Link} to={`/submissions/${mail.submissionId}`}>
              {mail.subject}
            </Anchor>
          )}
        </Text>
        <Text size="sm">
          {words.to(mail.to)} · <DateText value={mail.at} style="relative" /> · {words.tried(mail.attempts)}
        </Text>
        <Text size="sm" c="dimmed">
          {mail.canBeSentAgain ? mail.error : words.forgotten(mail.error)}
        </Text>
      </Stack>
      <Group gap="xs">
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void done(() => api.delete(place), words.dropped)}
        >
          {words.drop}
        </Button>
        {mail.canBeSentAgain ? (
          <Button
            variant="default"
            leftSection={<IconMailForward size={16} aria-hidden />}
            onClick={() => void done(() => api.post(`${place}/send-again`), words.sentAgain)}
          >
            {words.sendAgain}
          </Button>
        ) : null}
      </Group>
    </Group>
  )
}
