import type { HealthSignal, Page } from '@fieldledger/contract'
import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { messages } from './messages.ts'

/** What is about to break, each with what to do; or that nothing is. */
export function HealthSignals({ connectionId }: { connectionId: string }) {
  const signals = useQuery({
    queryKey: ['connections', connectionId, 'signals'],
    queryFn: ({ signal }) => api.get<Page<HealthSignal>>(`/connections/${connectionId}/signals`, signal),
  })
  if (signals.data === undefined) return null
  if (signals.data.rows.length === 0)
    return (
      <Group gap="xs" wrap="nowrap">
        <IconCircleCheck
          size={18}
          aria-hidden
          color="var(--mantine-color-teal-6)"
          style={{ flexShrink: 0 }}
        />
        <Text size="sm">{messages.nothingToFear}</Text>
      </Group>
    )
  return (
    <Stack gap="xs">
      {signals.data.rows.map(({ code, severity, message }) => (
        <Alert
          key={code}
          color={severity === 'error' ? 'red' : 'yellow'}
          icon={<IconAlertTriangle size={18} aria-hidden />}
          py={8}
        >
          {message}
        </Alert>
      ))}
    </Stack>
  )
}
