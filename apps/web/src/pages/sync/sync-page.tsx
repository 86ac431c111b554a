import { PageHeader } from '@fieldledger/ui'
import { Tabs } from '@mantine/core'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { messages as conflictMessages } from './conflicts/messages.ts'
import { messages } from './messages.ts'

export function SyncPage() {
  const navigate = useNavigate()
  const tab = useLocation().pathname.split('/').at(2) ?? 'attention'
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <Tabs value={tab} onChange={(value) => navigate(`/sync/${value}`)} mb="md">
        <Tabs.List aria-label={messages.parts}>
          <Tabs.Tab value="attention">{messages.attention}</Tabs.Tab>
          <Tabs.Tab value="conflicts">{conflictMessages.title}</Tabs.Tab>
          <Tabs.Tab value="log">{messages.log}</Tabs.Tab>
          <Tabs.Tab value="not-sent">{messages.notSent}</Tabs.Tab>
          <Tabs.Tab value="reconcile">{messages.reconcile}</Tabs.Tab>
          <Tabs.Tab value="batches">{messages.batches.title}</Tabs.Tab>
          <Tabs.Tab value="errors">{messages.errors.title}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      <Outlet />
    </>
  )
}
