import { Stack, Text } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import { messages } from './messages.ts'

export function Drawer() {
  const { form } = useDrawerData()
  return (
    <Stack gap="xs">
      <Text size="sm">{messages.about(form.name)}</Text>
      <Text size="sm" c="dimmed">
        {messages.hint}
      </Text>
    </Stack>
  )
}
