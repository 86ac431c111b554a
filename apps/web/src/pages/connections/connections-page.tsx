import type { ConnectionView } from '@fieldledger/contract'
import { EmptyState, LoadState, PageHeader } from '@fieldledger/ui'
import { Alert, Button, SimpleGrid } from '@mantine/core'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useConnections } from '../../data/use-connections.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { useMay } from '../../session/me-context.ts'
import { ConnectDrawer } from './connect-drawer.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { failures, messages } from './messages.ts'

export function ConnectionsPage() {
  const connections = useConnections()
  const begun = connections.data?.filter(hasBegun)
  const mayManage = useMay('connection.manage')
  const [failure, setFailure] = useSearchFilter('error')
  const [connecting, setConnecting] = useState(false)
  const connect = mayManage ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setConnecting(true)}>
      {messages.connect}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint}>
        {begun?.length === 0 ? null : connect}
      </PageHeader>
      {failure === '' ? null : (
        <Alert
          color="red"
          role="alert"
          mb="md"
          title={messages.failedTitle}
          withCloseButton
          closeButtonLabel={messages.close}
          onClose={() => setFailure('')}
        >
          {failures[failure] ?? messages.failed}
        </Alert>
      )}
      <LoadState query={{ ...connections, data: begun }} retryLabel={messages.retry}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconPlugConnected size={24} />}
              title={messages.emptyTitle}
              hint={messages.emptyHint}
            >
              {connect}
            </EmptyState>
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
              {rows.map((connection) => (
                <ConnectionCard key={connection.id} connection={connection} />
              ))}
            </SimpleGrid>
          )
        }
      </LoadState>
      <ConnectDrawer opened={connecting} onClose={() => setConnecting(false)} />
    </>
  )
}

/** Whoever declined the consent connected nothing; what the consent left out is said on the connection's page. */
function hasBegun({ connectedAt, health, state }: ConnectionView): boolean {
  return state !== 'disconnected' || connectedAt !== undefined || health.message !== undefined
}
