import { Stack, Text } from '@mantine/core'
import { messages } from './messages.ts'

export function Drawer() {
  return (
    <Stack gap="sm">
      <Text size="sm">{messages.what}</Text>
      <Text size="sm" c="dimmed">
        {messages.mail}
      </Text>
    </Stack>
  )
}
