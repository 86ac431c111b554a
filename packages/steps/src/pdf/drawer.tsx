import { Text } from '@mantine/core'
import { messages } from './messages.ts'

export function Drawer() {
  return <Text size="sm">{messages.what}</Text>
}
