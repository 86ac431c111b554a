import type { ConnectionView } from '@fieldledger/contract'
import { EmptyState, LoadState } from '@fieldledger/ui'
import { Select } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useConnections } from '../../../data/use-connections.ts'
import { useSearchFilter } from '../../../data/use-search-filter.ts'
import { messages } from './messages.ts'
import { ReconcileMonth } from './reconcile-month.tsx'

/** Ours against theirs, both ways, for one ledger and one month: a list that is brought to zero. */
export function ReconcileTab() {
  const connections = useConnections()
  return (
    <LoadState query={connections} retryLabel={messages.retry}>
      {(all) => <ChosenLedger connections={all.filter(({ state }) => state !== 'disconnected')} />}
    </LoadState>
  )
}

function ChosenLedger({ connections }: { connections: readonly ConnectionView[] }) {
  const [chosen, choose] = useSearchFilter('ledger')
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0]
  if (connection === undefined)
    return (
      <EmptyState
        icon={<IconPlugConnected size={24} />}
        title={messages.noLedger}
        hint={messages.noLedgerHint}
      />
    )
  return (
    <ReconcileMonth
      key={connection.id}
      connection={connection}
      ledgers={
        <Select
          label={messages.ledger}
          w={280}
          allowDeselect={false}
          value={connection.id}
          data={connections.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => choose(value ?? '')}
        />
      }
    />
  )
}
