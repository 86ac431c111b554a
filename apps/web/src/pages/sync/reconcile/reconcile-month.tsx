import type { ConnectionView, ReconcileView } from '@fieldledger/contract'
import { EmptyState, LoadState, useCompanySettings } from '@fieldledger/ui'
import { Button, Group, Select, Stack } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { DateTime } from 'luxon'
import type { ReactNode } from 'react'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { useSearchFilter } from '../../../data/use-search-filter.ts'
import { useMay } from '../../../session/me-context.ts'
import { messages } from './messages.ts'
import { recentMonths } from './months.ts'
import { ReconcileCounts } from './reconcile-counts.tsx'
import { ReconcileState } from './reconcile-state.tsx'
import { ReconcileTable } from './reconcile-table.tsx'

const readingEveryMs = 2000

export function ReconcileMonth({ connection, ledgers }: { connection: ConnectionView; ledgers: ReactNode }) {
  const mayCompare = useMay('effect.resolve')
  const { timeZone } = useCompanySettings()
  const months = recentMonths(DateTime.now().setZone(timeZone))
  const [chosen, choose] = useSearchFilter('month')
  const month = chosen || (months[0]?.value ?? '')
  const path = `/connections/${connection.id}/reconcile`
  const done = useDone()
  const view = useQuery({
    queryKey: ['reconcile', connection.id, month],
    queryFn: ({ signal }) => api.get<ReconcileView>(`${path}?month=${month}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? readingEveryMs : false),
  })
  const reading = view.data?.state === 'reading'
  const compare = (
    <Button
      disabled={connection.state !== 'active' || reading}
      leftSection={<IconScale size={16} aria-hidden />}
      onClick={() => void done(() => api.post(path, { month }), messages.asked)}
    >
      {view.data === undefined || view.data.state === 'never' ? messages.compare : messages.compareAgain}
    </Button>
  )
  return (
    <Stack>
      <Group align="flex-end" gap="xs">
        {ledgers}
        <Select
          label={messages.month}
          w={180}
          allowDeselect={false}
          value={month}
          data={months}
          onChange={(value) => choose(value ?? '')}
        />
        {mayCompare ? compare : null}
      </Group>
      <LoadState query={view} retryLabel={messages.retry}>
        {(found) =>
          found.state === 'never' ? (
            <EmptyState
              icon={<IconScale size={24} />}
              title={messages.never}
              hint={messages.neverHint(connection.providerLabel)}
            />
          ) : (
            <Stack>
              <ReconcileState view={found} />
              <ReconcileCounts counts={found.counts} />
              <ReconcileTable view={found} connection={connection} />
            </Stack>
          )
        }
      </LoadState>
    </Stack>
  )
}
