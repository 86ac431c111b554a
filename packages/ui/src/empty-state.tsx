import { Stack, Text, ThemeIcon } from '@mantine/core'
import type { ReactNode } from 'react'

/** Nothing here yet: says so, and what to do next. */
export function EmptyState(props: { icon?: ReactNode; title: string; hint?: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={40} px="md" ta="center">
      {props.icon ? (
        <ThemeIcon size={44} radius="xl" variant="light" color="gray" aria-hidden>
          {props.icon}
        </ThemeIcon>
      ) : null}
      <Text fw={600}>{props.title}</Text>
      {props.hint ? (
        <Text c="dimmed" maw={420}>
          {props.hint}
        </Text>
      ) : null}
      {props.children}
    </Stack>
  )
}
