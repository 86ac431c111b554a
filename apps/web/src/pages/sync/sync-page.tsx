import { PageHeader, TabBar } from '@fieldledger/ui'
import { Tabs } from '@mantine/core'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { useConflicts } from '../../data/use-conflicts.ts'
import { useMay } from '../../session/me-context.ts'
import { useAttentionCount } from '../../shell/use-attention-count.ts'
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
  const conflicts = useConflicts({ enabled: useMay('catalogue.edit') }).data?.rows.length ?? 0
  const counts: Record<string, number> = { attention: useAttentionCount(), conflicts }
  const tab = useLocation().pathname.split('/').at(2) ?? 'attention'
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <Tabs value={tab} onChange={(value) => navigate(`/sync/${value}`)} mb="md">
        <TabBar
          label={messages.parts}
          tabs={tabs.map((one) => ({ ...one, count: counts[one.value] ?? 0 }))}
          open={tab}
        />
      </Tabs>
      <Outlet />
    </>
  )
}
