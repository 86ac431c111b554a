import type { PortalLinkView } from '@fieldledger/contract'
import { DateText, StatusBadge, type StatusTone } from '@fieldledger/ui'
import { Button, Group, Text } from '@mantine/core'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { messages } from './messages.ts'

const tones: Record<PortalLinkView['state'], StatusTone> = { open: 'good', over: 'grey', revoked: 'grey' }

export function PortalLinkRow({ link, path }: { link: PortalLinkView; path: string }) {
  const done = useDone()
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Text fw={600}>{link.forms.map(({ name }) => name).join(', ')}</Text>
          <StatusBadge tone={tones[link.state]} word={messages.states[link.state]} />
        </Group>
        <Text size="sm" c="dimmed" component="div">
          {messages.by(link.createdBy)} {'·'} {messages.until} <DateText value={link.expiresAt} /> {'·'}{' '}
          {messages.used(link.submissions)}
        </Text>
      </div>
      {link.state === 'open' ? (
        <Button
          variant="default"
          size="xs"
          style={{ flexShrink: 0 }}
          onClick={() => void done(() => api.delete(`${path}/${link.id}`), messages.revoked)}
        >
          {messages.revoke}
        </Button>
      ) : null}
    </Group>
  )
}
