import { PageHeader, TabBar } from '@fieldledger/ui'
import { Tabs } from '@mantine/core'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { messages as conflictMessages } from './conflicts/messages.ts'
import { messages } from './messages.ts'

const tabs = [
  { value: 'attention', label: messages.attention },
  { value: 'conflicts', label: conflictMessages.title },
  { value: 'log', label: messages.log },
  { value: 'not-sent', label: messages.notSent },
  { value: 'reconcile', label: messages.reconcile },
  { value: 'batches', label: messages.batches.title },
  { value: 'errors', label: messages.errors.title },
]

export function SyncPage() {
  const navigate = useNavigate()
  const tab = useLocation().pathname.split('/').at(2) ?? 'attention'
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <Tabs value={tab} onChange={(value) => navigate(`/sync/${value}`)} mb="md">
        <TabBar label={messages.parts} tabs={tabs} open={tab} />
      </Tabs>
      <Outlet />
    </>
  )
}
