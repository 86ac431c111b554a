import type { RemoteItem } from '@fieldledger/accounting'
import type { ConnectionView, MaterialView, Page } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { useDone } from '../../../cures/use-done.ts'
import { messages } from '../messages.ts'
import { ComparedItem } from './compared-item.tsx'

/** A drop-down of what is active in the ledger now, what would be taken over, and the button. */
export function MapItemForm(props: { material: MaterialView; connection: ConnectionView }) {
  const { material, connection } = props
  const [chosen, setChosen] = useState<RemoteItem>()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed === chosen?.name ? '' : typed, 250)
  const navigate = useNavigate()
  const done = useDone()
  const path = `/connections/${connection.id}/remote/items?active=only&q=${encodeURIComponent(text)}`
  const items = useQuery({
    queryKey: ['connections', connection.id, path],
    queryFn: ({ signal }) => api.get<Page<RemoteItem>>(path, signal),
    placeholderData: keepPreviousData,
  })
  const rows = (items.data?.rows ?? []).filter(({ reference }) => reference.id !== chosen?.reference.id)
  const shown = chosen === undefined ? rows : [chosen, ...rows]
  const map = async () => {
    if (chosen === undefined) return
    const request = { connectionId: connection.id, remoteId: chosen.reference.id }
    const link = () => api.post(`/materials/${material.id}/links`, request)
    if (await done(link, messages.mapped(chosen.name))) navigate('/catalogue/materials')
  }
  return (
    <Panel>
      <Stack maw={640}>
        <Text c="dimmed">{messages.mapHint}</Text>
        <Select
          label={messages.itemThere(connection.providerLabel)}
          description={messages.itemsOnly}
          searchable
          filter={({ options }) => options}
          searchValue={typed}
          onSearchChange={setTyped}
          value={chosen?.reference.id ?? null}
          error={items.error ? sentenceOf(items.error) : undefined}
          rightSection={items.isFetching ? <Loader size={14} aria-hidden /> : undefined}
          data={shown.map(({ reference, name }) => ({ value: reference.id, label: name }))}
          onChange={(id) => setChosen(shown.find(({ reference }) => reference.id === id))}
        />
        {chosen === undefined ? null : <ComparedItem material={material} item={chosen} />}
        <Group>
          <Button disabled={chosen === undefined} onClick={() => void map()}>
            {messages.mapButton}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
