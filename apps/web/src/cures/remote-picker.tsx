import { Loader, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { messages } from './messages.ts'
import type { RemoteRow } from './remote-row.ts'
import { type RemoteList, useRemoteSearch } from './use-remote-search.ts'

/** Live search in the ledger. */
export function RemotePicker(props: {
  label: string
  connectionId: string
  list: RemoteList
  value: RemoteRow | undefined
  /** What to search for first: our own name of it. */
  initial?: string
  onChange: (row: RemoteRow) => void
}) {
  const [typed, setTyped] = useState(props.initial ?? '')
  const [text] = useDebouncedValue(typed, 250)
  const found = useRemoteSearch({ connectionId: props.connectionId, list: props.list, text })
  const rows = found.data ?? []
  const shown =
    props.value === undefined || rows.some(({ id }) => id === props.value?.id) ? rows : [props.value, ...rows]
  return (
    <Select
      label={props.label}
      placeholder={messages.searchHint}
      searchable
      // The ledger has searched already.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      value={props.value?.id ?? null}
      nothingFoundMessage={found.isFetching ? null : messages.noneFound}
      error={found.error?.message}
      rightSection={found.isFetching ? <Loader size={14} aria-hidden /> : undefined}
      data={shown.map(({ id, name, active, detail }) => ({
        value: id,
        label: [detail, name, active ? undefined : messages.inactiveThere].filter(Boolean).join(' · '),
      }))}
      onChange={(id) => {
        const row = shown.find((one) => one.id === id)
        if (row !== undefined) props.onChange(row)
      }}
    />
  )
}
