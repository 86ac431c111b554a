import type { InvitationView } from '@fieldledger/contract'
import { DateText, Drawer } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { useDone } from '../../cures/use-done.ts'
import { InvitationLink } from './invitation-link.tsx'
import { messages, roleNames } from './messages.ts'

/** Its link is kept nowhere: whoever has lost it gets another one. */
export function InvitationDrawer(props: { invitation: InvitationView | undefined; onClose: () => void }) {
  const { invitation, onClose } = props
  const done = useDone()
  const queries = useQueryClient()
  const renew = useMutation({
    mutationFn: () => api.post<InvitationView>(`/invitations/${invitation?.id}/renew`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['invitations'] }),
  })
  const withdraw = async () => {
    if (await done(() => api.delete(`/invitations/${invitation?.id}`), messages.withdrawn)) onClose()
  }
  return (
    <Drawer
      title={invitation?.email ?? ''}
      opened={invitation !== undefined}
      onClose={onClose}
      closeLabel={messages.close}
    >
      {invitation === undefined ? null : (
        <Stack>
          <Text>
            {messages.invitedAs(roleNames[invitation.role])} <DateText value={invitation.expiresAt} />
          </Text>
          {renew.error ? (
            <Alert color="red" role="alert">
              {sentenceOf(renew.error)}
            </Alert>
          ) : null}
          {renew.data ? (
            <InvitationLink email={renew.data.email} url={renew.data.url} />
          ) : (
            <Text c="dimmed" size="sm">
              {messages.newLinkHint}
            </Text>
          )}
          <Group justify="space-between">
            <Button variant="subtle" color="red" onClick={() => void withdraw()}>
              {messages.withdraw}
            </Button>
            <Button loading={renew.isPending} onClick={() => renew.mutate()}>
              {messages.newLink}
            </Button>
          </Group>
        </Stack>
      )}
    </Drawer>
  )
}
