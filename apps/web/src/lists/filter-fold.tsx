import { useIsPhone } from '@fieldledger/ui'
import { Button, Group, Stack } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { messages } from './messages.ts'

/** Filters stand open on a wide screen; on a phone they would push the list off it, so they wait behind a button. */
export function FilterFold({ count, children }: { count: number; children: ReactNode }) {
  const phone = useIsPhone()
  const [opened, setOpened] = useState(false)
  if (!phone || !children) return children
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        w="fit-content"
        aria-expanded={opened}
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={() => setOpened(!opened)}
      >
        {messages.filters(count)}
      </Button>
      {opened ? (
        <Group gap="xs" align="flex-end">
          {children}
        </Group>
      ) : null}
    </Stack>
  )
}
