import type { ResolveEffectRequest } from '@fieldledger/contract'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** For an outcome that nobody knows: a person says what the ledger's books show. */
export function ResolveUnknown({ effectId, onCured }: { effectId: string; onCured: () => void }) {
  const [remoteId, setRemoteId] = useState('')
  const [reason, setReason] = useState('')
  const done = useDone()
  const resolve = async (request: ResolveEffectRequest) => {
    if (await done(() => api.post(`/effects/${effectId}/resolve`, request), messages.resolved)) onCured()
  }
  return (
    <Stack gap="sm">
      <Text c="dimmed">{messages.unknownHint}</Text>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={messages.existingId}
          value={remoteId}
          onChange={(event) => setRemoteId(event.currentTarget.value)}
        />
        <Button
          disabled={remoteId.trim() === ''}
          onClick={() => void resolve({ how: 'link-existing', remoteId: remoteId.trim() })}
        >
          {messages.existing}
        </Button>
      </Group>
      <Button w="fit-content" variant="default" onClick={() => void resolve({ how: 'not-there-send-again' })}>
        {messages.notThere}
      </Button>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={messages.stopReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          color="red"
          variant="light"
          disabled={reason.trim() === ''}
          onClick={() => void resolve({ how: 'stop', reason: reason.trim() })}
        >
          {messages.stop}
        </Button>
      </Group>
    </Stack>
  )
}
