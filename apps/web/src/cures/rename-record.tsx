import type { MaterialInput, MaterialView } from '@fieldledger/contract'
import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** A shorter name for a material; its full text stays in the description. */
export function RenameRecord(props: { materialId: string; limit: number; onCured: () => void }) {
  const [name, setName] = useState('')
  const done = useDone()
  const save = async () => {
    const path = `/materials/${props.materialId}`
    const rename = async () => {
      const before = await api.get<MaterialView>(path)
      const { sku, description, unit, price, freeOfCharge, vendorId, accountId } = before
      const kept = {
        sku,
        description: description ?? before.name,
        unit,
        price,
        freeOfCharge,
        vendorId,
        accountId,
      }
      await api.put(path, { ...kept, name } satisfies Record<keyof MaterialInput, unknown>)
    }
    if (await done(rename, messages.saved)) props.onCured()
  }
  return (
    <Stack gap="xs">
      <TextInput
        label={messages.newName}
        description={messages.limit(name.length, props.limit)}
        maxLength={props.limit}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button w="fit-content" disabled={name.trim() === ''} onClick={() => void save()}>
        {messages.rename}
      </Button>
    </Stack>
  )
}
