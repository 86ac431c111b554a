import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useHealthSignals } from '../../data/use-health-signals.ts'
import { messages } from './messages.ts'

/** Where it is put right, when that is another tab. */
const places: Readonly<Record<string, 'lists' | 'sending'>> = {
  'import-failed': 'lists',
  'lists-old': 'lists',
  'plan-lacks': 'sending',
}

/** What is about to break, each with what to do; or that nothing is. */
export function HealthSignals({ connectionId }: { connectionId: string }) {
  const signals = useHealthSignals(connectionId)
  if (signals === undefined) return null
  if (signals.length === 0)
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
      {signals.map(({ code, severity, message }) => (
        <Alert
          key={code}
          color={severity === 'error' ? 'red' : 'yellow'}
          icon={<IconAlertTriangle size={18} aria-hidden />}
          py={8}
        >
          {message} <PutRight code={code} />
        </Alert>
      ))}
    </Stack>
  )
}

function PutRight({ code }: { code: string }) {
  const tab = places[code]
  if (tab === undefined) return null
  return (
    <Anchor component={Link} to={`?tab=${tab}`} fz="inherit" fw={600}>
      {messages.openTab(messages[tab])}
    </Anchor>
  )
}
