import { Box, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** Title, what the page is for, and its buttons; buttons wrap below the title on a phone. */
export function PageHeader(props: {
  title: ReactNode
  hint?: ReactNode
  above?: ReactNode
  children?: ReactNode
}) {
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Stack gap={2} style={{ minWidth: 0 }}>
        {props.above ? (
          <Box fz="sm" data-above>
            {props.above}
          </Box>
        ) : null}
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {props.title}
        </Title>
        {props.hint ? (
          <Text c="dimmed" component="div">
            {props.hint}
          </Text>
        ) : null}
      </Stack>
      {props.children ? <Group gap="xs">{props.children}</Group> : null}
    </Group>
  )
}
