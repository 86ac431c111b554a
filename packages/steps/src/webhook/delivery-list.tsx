import { DateText, StatusBadge } from '@fieldledger/ui'
import { Anchor, Button, Code, Group, Paper, Stack, Text } from '@mantine/core'
import { type HookDelivery, useDrawerData } from '../views/drawer-data.ts'
import { messages } from './messages.ts'

const tones = { received: 'moving', started: 'good', refused: 'warning' } as const

/** What arrived, and what became of it. */
export function DeliveryList() {
  const { deliveries, moreDeliveries } = useDrawerData().hook
  if (deliveries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {messages.noDeliveries}
      </Text>
    )
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={messages.deliveries}>
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} {...delivery} />
      ))}
      {moreDeliveries !== undefined && (
        <Button variant="subtle" onClick={moreDeliveries}>
          {messages.earlier}
        </Button>
      )}
    </Stack>
  )
}

function DeliveryRow({ receivedAt, state, reason, forms, body }: HookDelivery) {
  const { goTo } = useDrawerData()
  return (
    <Paper component="li" withBorder p="xs">
      <Group gap="xs">
        <StatusBadge tone={tones[state]} word={messages.states[state]} />
        <Text size="sm" c="dimmed" component="div">
          <DateText value={receivedAt} />
        </Text>
        {forms.map(({ id, number }) => (
          <Anchor key={id} component="button" size="sm" onClick={() => goTo({ to: 'submission', id })}>
            {number ?? id}
          </Anchor>
        ))}
      </Group>
      {reason !== null && (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {reason}
        </Text>
      )}
      <details>
        <Text component="summary" size="sm" c="dimmed">
          {messages.body}
        </Text>
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {body}
        </Code>
      </details>
    </Paper>
  )
}
