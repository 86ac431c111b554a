import { Center, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { messages as shell } from '../../shell/messages.ts'
import { messages } from './messages.ts'

/** The frame of the pages before sign-in. */
export function Entrance({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack w="100%" maw={380} gap="md">
        <Stack gap={6} align="center">
          <img src="/icon.svg" alt="" width={44} height={44} />
          <Text fw={650} size="xl">
            {shell.product}
          </Text>
          <Text c="dimmed">{messages.tagline}</Text>
        </Stack>
        <Paper p="lg" shadow="xs" style={{ background: 'var(--surface)' }}>
          <Stack gap="sm">
            <Title order={1}>{title}</Title>
            {hint ? <Text c="dimmed">{hint}</Text> : null}
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Center>
  )
}
