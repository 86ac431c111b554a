import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'

/** A button that does nothing until somebody says why. */
export function SayWhy(props: {
  label: string
  button: string
  onSay: (reason: string) => Promise<unknown>
}) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const said = reason.trim()
  const say = async () => {
    setBusy(true)
    await props.onSay(said)
    setBusy(false)
  }
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        style={{ flex: '1 1 220px' }}
        label={props.label}
        required
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" loading={busy} disabled={said === ''} onClick={() => void say()}>
        {props.button}
      </Button>
    </Group>
  )
}
