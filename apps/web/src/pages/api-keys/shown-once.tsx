import { CopyableCode } from '@fieldledger/ui'
import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** A secret that nobody can show again. */
export function ShownOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <Stack>
      <Alert color="yellow" role="status">
        {messages.made}
      </Alert>
      <CopyableCode value={secret} copyLabel={messages.copy} copiedLabel={messages.copied} />
      <Text c="dimmed" size="sm">
        {messages.use}
      </Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {messages.header(secret.slice(0, 10))}
      </Code>
      <Button onClick={onDone}>{messages.done}</Button>
    </Stack>
  )
}
