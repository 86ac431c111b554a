import { Alert, Button, Code, CopyButton, Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** A secret that nobody can show again. */
export function ShownOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  const style = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const
  return (
    <Stack>
      <Alert color="yellow" role="status">
        {messages.made}
      </Alert>
      <Code block data-testid="secret" style={style}>
        {secret}
      </Code>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button variant="default" w="fit-content" onClick={copy}>
            {copied ? messages.copied : messages.copy}
          </Button>
        )}
      </CopyButton>
      <Text c="dimmed" size="sm">
        {messages.use}
      </Text>
      <Code block style={style}>
        {messages.header(secret.slice(0, 10))}
      </Code>
      <Button onClick={onDone}>{messages.done}</Button>
    </Stack>
  )
}
