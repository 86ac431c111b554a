import type { ConnectionView } from '@fieldledger/contract'
import { LoadState, PageHeader, TabBar } from '@fieldledger/ui'
import { Alert, Anchor, Box, Group, Tabs } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useConnection } from '../../data/use-connections.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { WayBack } from '../../lists/way-back.tsx'
import { useMay } from '../../session/me-context.ts'
import { PracticeBadge } from '../../shell/practice-badge.tsx'
import { ConnectionStateBadge } from '../connections/connection-state-badge.tsx'
import { HealthTab } from './health-tab.tsx'
import { ListsTab } from './lists-tab.tsx'
import { messages } from './messages.ts'
import { RulesTab } from './rules-tab.tsx'
import { SendingTab } from './sending-tab.tsx'

export function ConnectionPage() {
  const { connectionId = '' } = useParams()
  const connection = useConnection(connectionId)
  return (
    <LoadState
      query={connection}
      retryLabel={messages.retry}
      wayBack={<WayBack to="/connections" label={messages.back} />}
    >
      {(view) => <ConnectionParts connection={view} />}
    </LoadState>
  )
}

function ConnectionParts({ connection }: { connection: ConnectionView }) {
  const [tab, setTab] = useSearchFilter('tab')
  const mayImport = useMay('catalogue.edit')
  const tabs = [
    { value: 'health', label: messages.health },
    { value: 'sending', label: messages.sending },
    ...(mayImport ? [{ value: 'lists', label: messages.lists }] : []),
    { value: 'rules', label: messages.rules },
  ]
  // Whoever may not see a tab may still be sent its address.
  const open = tabs.some(({ value }) => value === tab) ? tab : 'health'
  const nothingLinked = Object.values(connection.linked).every((count) => count === 0)
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to="/connections">
            {messages.back}
          </Anchor>
        }
        title={
          <Group gap="sm" wrap="nowrap">
            <img src={connection.logoUrl} alt="" width={28} height={28} style={{ flexShrink: 0 }} />
            {connection.name || connection.providerLabel}
          </Group>
        }
        hint={connection.ledgerCompany}
      >
        <ConnectionStateBadge state={connection.state} />
        {connection.environment === 'practice' ? <PracticeBadge /> : null}
      </PageHeader>
      {connection.state === 'active' && nothingLinked && tab !== 'lists' ? (
        <Alert color="teal" role="status" mb="md">
          {messages.connected}{' '}
          <Anchor component={Link} to="?tab=lists">
            {messages.importTitle}
          </Anchor>
        </Alert>
      ) : null}
      <Tabs
        value={open}
        onChange={(value) => setTab(value === 'health' ? '' : (value ?? ''))}
        keepMounted={false}
      >
        <Box mb="md">
          <TabBar label={messages.parts} tabs={tabs} open={open} />
        </Box>
        <Tabs.Panel value="health">
          <HealthTab connection={connection} />
        </Tabs.Panel>
        <Tabs.Panel value="sending">
          <SendingTab connection={connection} />
        </Tabs.Panel>
        <Tabs.Panel value="lists">
          <ListsTab connection={connection} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesTab connection={connection} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
