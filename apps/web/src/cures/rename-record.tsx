import type { MaterialInput, MaterialView } from '@fieldledger/contract'
import { Button, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** A shorter name or SKU for a material; its full text stays in the description. */
export function RenameRecord(props: {
  materialId: string
  limit: number
  field: 'name' | 'sku'
  onCured: () => void
}) {
  const path = `/materials/${props.materialId}`
  const material = useQuery({
    queryKey: ['catalogue', 'materials', props.materialId],
    queryFn: ({ signal }) => api.get<MaterialView>(path, signal),
  })
  const [typed, setTyped] = useState<string>()
  // It is shortened, not typed anew.
  const name = typed ?? material.data?.[props.field] ?? ''
  const done = useDone()
  const save = async () => {
    const rename = async () => {
      const before = await api.get<MaterialView>(path)
      const { sku, description, unit, price, freeOfCharge, vendorId, accountId } = before
      const kept = {
        sku,
        description,
        unit,
        price,
        freeOfCharge,
        vendorId,
        accountId,
      }
      const changed =
        props.field === 'name'
          ? { ...kept, name, description: withName(before) }
          : { ...kept, name: before.name, sku: name, description: withSku(before) }
      await api.put(path, changed satisfies Record<keyof MaterialInput, unknown>)
    }
    if (await done(rename, messages.saved)) props.onCured()
  }
  return (
    <Stack gap="xs">
      <TextInput
        label={props.field === 'name' ? messages.newName : messages.newSku}
        description={messages.limit(name.length, props.limit)}
        error={name.length > props.limit}
        value={name}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        w="fit-content"
        disabled={name.trim() === '' || name.length > props.limit}
        onClick={() => void save()}
      >
        {props.field === 'name' ? messages.rename : messages.saveSku}
      </Button>
    </Stack>
  )
}

function withName({ name, description }: MaterialView): string {
  if (description?.includes(name)) return description
  return description === undefined ? name : `${name}\n${description}`
}

function withSku({ sku, description }: MaterialView): string | undefined {
  if (sku === undefined || description?.includes(sku)) return description
  return description === undefined ? sku : `${description}\n${sku}`
}
