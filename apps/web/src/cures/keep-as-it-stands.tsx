import { Button, Group } from '@mantine/core'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** It stands there otherwise than it was sent, and whoever keeps the books says that it is right so. */
export function KeepAsItStands({ effectId }: { effectId: string }) {
  const mayResolve = useMay('effect.resolve')
  const done = useDone()
  if (!mayResolve) return null
  const keep = () =>
    done(() => api.post(`/effects/${effectId}/resolve`, { how: 'keep-theirs' }), messages.theirsKept)
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => void keep()}>
        {messages.rightAsItStands}
      </Button>
    </Group>
  )
}
