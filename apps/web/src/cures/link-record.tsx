import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { CreateVendor } from './create-vendor.tsx'
import { messages } from './messages.ts'
import { RemotePicker } from './remote-picker.tsx'
import type { RemoteRow } from './remote-row.ts'
import { useDone } from './use-done.ts'
import type { RemoteList } from './use-remote-search.ts'

const remoteLists: Record<string, RemoteList> = {
  vendors: 'vendors',
  materials: 'items',
  accounts: 'accounts',
  customers: 'customers',
  projects: 'customers',
}

/** Pairs one of our records with one in the ledger, or makes it there. */
export function LinkRecord(props: {
  list: string
  recordId: string
  recordName: string
  connectionId: string
  ledgerLabel: string
  onLinked?: () => void
}) {
  const [chosen, setChosen] = useState<RemoteRow>()
  const done = useDone()
  const path = `/${props.list}/${props.recordId}`
  const link = async () => {
    if (chosen === undefined) return
    const request = { connectionId: props.connectionId, remoteId: chosen.id }
    if (await done(() => api.post(`${path}/links`, request), messages.linked(chosen.name))) props.onLinked?.()
  }
  return (
    <Stack gap="xs">
      <RemotePicker
        label={messages.searchLedger(props.ledgerLabel)}
        connectionId={props.connectionId}
        list={remoteLists[props.list] ?? 'items'}
        value={chosen}
        onChange={setChosen}
      />
      <Group gap="xs">
        <Button disabled={chosen === undefined} onClick={() => void link()}>
          {messages.link}
        </Button>
      </Group>
      {props.list === 'vendors' ? <CreateVendor {...props} /> : null}
    </Stack>
  )
}
