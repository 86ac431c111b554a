import type { ConnectionView } from '@fieldledger/contract'
import { Select } from '@mantine/core'
import { useSearchFilter } from '../data/use-search-filter.ts'
import { messages } from './messages.ts'

/** "Not sent to …": one entry for each ledger; with `fallback` one of them is always chosen. */
export function FilterNotSent(props: { connections: readonly ConnectionView[]; fallback?: string }) {
  const { connections, fallback } = props
  const [chosen, choose] = useSearchFilter('notSentTo')
  const options = connections.map(({ id, providerLabel, name }) => ({
    value: id,
    label: name === providerLabel ? providerLabel : `${providerLabel}: ${name}`,
  }))
  return (
    <Select
      label={messages.notSentTo}
      w={280}
      value={chosen || (fallback ?? '')}
      data={fallback === undefined ? [{ value: '', label: messages.all }, ...options] : options}
      onChange={(value) => choose(value ?? '')}
    />
  )
}
