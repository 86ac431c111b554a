import type { ItemKind, RemoteAccount, RemoteReference } from '@fieldledger/accounting'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useDrawerData } from '../views/drawer-data.ts'
import { useLoaded } from '../views/use-loaded.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import { messages } from './messages.ts'
import type { ItemAccount } from './unlinked-items-problems.ts'

const fitting: Record<ItemAccount, readonly RemoteAccount['role'][]> = {
  expenseAccount: ['expense', 'cost-of-goods-sold'],
  incomeAccount: ['income'],
  assetAccount: ['inventory-asset'],
}

/** Searches the ledger's own accounts; offers only those of a fitting role. */
export function AccountSelect(props: {
  account: ItemAccount
  kind: ItemKind
  connectionId: string | undefined
  value: RemoteReference | undefined
  onChange(reference: RemoteReference): void
}) {
  const { account, connectionId, value } = props
  const { searchAccounts } = useDrawerData()
  const [query, setQuery] = useState('')
  const [chosenLabel, setChosenLabel] = useState(value?.name)
  const place = `unlinkedItems.${account}`
  const problem = useProblemAt(place)
  // The search field shows the chosen account; that is no search.
  const wanted = query === chosenLabel ? '' : query
  const found = useLoaded(connectionId === undefined ? undefined : `${connectionId} ${wanted}`, () =>
    searchAccounts({ connectionId: connectionId ?? '', query: wanted }),
  )
  const accounts = (found.value ?? []).filter(({ role, active }) => active && fitting[account].includes(role))
  const choices = accounts.map(({ reference, name, number }) => ({
    value: reference.id,
    label: number === undefined ? name : `${number} ${name}`,
  }))
  const present =
    value === undefined || choices.some((choice) => choice.value === value.id)
      ? choices
      : [{ value: value.id, label: chosenLabel ?? value.id }, ...choices]
  return (
    <Select
      data-place={place}
      label={
        account === 'expenseAccount' && props.kind === 'inventory'
          ? messages.costOfGoods
          : messages.account[account]
      }
      placeholder={messages.chooseAccount}
      data={present}
      value={value?.id ?? null}
      onSearchChange={setQuery}
      onChange={(id) => {
        setChosenLabel(choices.find((choice) => choice.value === id)?.label)
        const chosen = accounts.find(({ reference }) => reference.id === id)
        if (chosen !== undefined) props.onChange({ id: chosen.reference.id, name: chosen.name })
      }}
      nothingFoundMessage={
        found.state === 'loading'
          ? messages.loading
          : found.state === 'failed'
            ? messages.accountsFailed
            : messages.noAccounts
      }
      error={problem}
      searchable
      withAsterisk
    />
  )
}
