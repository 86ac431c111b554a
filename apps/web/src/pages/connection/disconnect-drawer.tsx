import type { DisconnectAnswer } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** Access that was withdrawn cannot be undone from here, so this asks first. */
export function DisconnectDrawer(props: { connectionId: string; opened: boolean; onClose: () => void }) {
  const queries = useQueryClient()
  const disconnect = useMutation({
    mutationFn: () => api.delete<DisconnectAnswer>(`/connections/${props.connectionId}`),
    onSuccess: ({ revoked }) => {
      notifications.show({ message: revoked ? messages.disconnected : messages.notRevoked })
      props.onClose()
      void queries.invalidateQueries({ queryKey: ['connections'] })
    },
    onError: (error) => notifications.show({ message: sentenceOf(error), color: 'red' }),
  })
  return (
    <Drawer
      title={messages.disconnectTitle}
      opened={props.opened}
      onClose={props.onClose}
      closeLabel={messages.close}
    >
      <Stack>
        <Text>{messages.disconnectHint}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {messages.keep}
          </Button>
          <Button color="red" loading={disconnect.isPending} onClick={() => disconnect.mutate()}>
            {messages.disconnect}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
