import type { ApiKeyView } from '@fieldledger/contract'
import { DateText, Drawer } from '@fieldledger/ui'
import { Button, Code, List, Stack, Text } from '@mantine/core'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { messages, permissionNames } from './messages.ts'

/** What a key may do, and its end. */
export function ApiKeyDrawer({ apiKey, onClose }: { apiKey: ApiKeyView | undefined; onClose: () => void }) {
  const done = useDone()
  const revoke = async () => {
    if (await done(() => api.delete(`/api-keys/${apiKey?.id}`), messages.revoked)) onClose()
  }
  const names: Record<string, string> = permissionNames
  return (
    <Drawer
      title={apiKey?.name ?? ''}
      opened={apiKey !== undefined}
      onClose={onClose}
      closeLabel={messages.close}
    >
      <Stack>
        {apiKey === undefined ? null : <Facts apiKey={apiKey} />}
        <Text fw={600}>{messages.permissions}</Text>
        <List size="sm">
          {apiKey?.permissions.map((permission) => (
            <List.Item key={permission}>{names[permission] ?? permission}</List.Item>
          ))}
        </List>
        {apiKey?.state === 'active' ? (
          <>
            <Text c="dimmed" size="sm">
              {messages.revokeHint}
            </Text>
            <Button color="red" variant="light" w="fit-content" onClick={() => void revoke()}>
              {messages.revoke}
            </Button>
          </>
        ) : null}
      </Stack>
    </Drawer>
  )
}

/** What the table says of it on a wide screen alone. */
function Facts({ apiKey: { start, createdBy, expiresAt, lastUsedAt } }: { apiKey: ApiKeyView }) {
  return (
    <Stack gap={4} fz="sm">
      <div>
        {messages.start}: <Code>{start}</Code>
      </div>
      <div>
        {messages.createdBy}: {createdBy}
      </div>
      <div>
        {messages.expires}: <DateText value={expiresAt} style="date" />
      </div>
      <div>
        {messages.lastUsed}: {lastUsedAt === undefined ? messages.never : <DateText value={lastUsedAt} />}
      </div>
    </Stack>
  )
}
