import type { RemoteReference } from '@fieldledger/accounting'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { RemotePicker } from '../../cures/remote-picker.tsx'
import { messages } from './messages.ts'

export function AccountRuleRow(props: {
  label: string
  connectionId: string
  account: RemoteReference | undefined
  /** What holds while none is chosen. */
  none?: string
  editable: boolean
  onChange: (account: RemoteReference | undefined) => void
}) {
  const [changing, setChanging] = useState(false)
  const { account } = props
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <div>
          <Text fw={600}>{props.label}</Text>
          <Text size="sm" c="dimmed">
            {account === undefined ? (props.none ?? messages.none) : (account.name ?? account.id)}
          </Text>
        </div>
        {props.editable ? (
          <Group gap={4}>
            {account === undefined ? null : (
              <Button size="xs" variant="subtle" color="gray" onClick={() => props.onChange(undefined)}>
                {messages.clear}
              </Button>
            )}
            <Button
              size="xs"
              variant="default"
              aria-label={`${messages.change}: ${props.label}`}
              onClick={() => setChanging(!changing)}
            >
              {messages.change}
            </Button>
          </Group>
        ) : null}
      </Group>
      {changing ? (
        <RemotePicker
          label={messages.account}
          connectionId={props.connectionId}
          list="accounts"
          value={undefined}
          onChange={({ id, name }) => {
            setChanging(false)
            props.onChange({ id, name })
          }}
        />
      ) : null}
    </Stack>
  )
}
