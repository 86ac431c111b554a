import { EmptyState, PageHeader } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useConnections } from '../../data/use-connections.ts'
import { FilterForm } from '../../lists/filter-form.tsx'
import { FilterNotSent } from '../../lists/filter-not-sent.tsx'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { ToFillIn } from '../../lists/to-fill-in.tsx'
import { useMay } from '../../session/me-context.ts'
import { documentStatuses, ledgerStates } from '../../status/messages.ts'
import { ChoosingBar } from './choosing-bar.tsx'
import { messages } from './messages.ts'
import { useChoosing } from './use-choosing.tsx'

const statusOptions = Object.entries(documentStatuses).map(([value, { word }]) => ({ value, label: word }))
const ledgerOptions = Object.entries(ledgerStates).map(([value, { word }]) => ({ value, label: word }))

export function SubmissionsPage() {
  const navigate = useNavigate()
  const mayRun = useMay('run.manage')
  const choosing = useChoosing()
  const mayReadLedgers = useMay('connection.read')
  const connections = useConnections({ enabled: mayReadLedgers })
  const usable = (connections.data ?? []).filter(({ state }) => state !== 'disconnected')
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <PagedList
        label={messages.label}
        queryKey={['submissions']}
        path="/submissions"
        columns={choosing.columns}
        onOpen={choosing.on ? choosing.toggle : ({ id }) => navigate(`/submissions/${id}`)}
        above={(rows) => (choosing.on ? <ChoosingBar choosing={choosing} rows={rows} /> : null)}
        aside={
          mayRun && !choosing.on ? (
            <Button variant="default" onClick={choosing.begin}>
              {messages.choose}
            </Button>
          ) : null
        }
        empty={
          <EmptyState icon={<IconFileText size={24} />} title={messages.emptyTitle} hint={messages.emptyHint}>
            <ToFillIn />
          </EmptyState>
        }
        filters={
          <>
            <FilterForm />
            <FilterSelect name="status" label={messages.status} options={statusOptions} />
            <FilterSelect
              name="responsible"
              label={messages.responsible}
              options={[{ value: 'me', label: messages.me }]}
            />
            <FilterSelect name="ledger" label={messages.ledger} options={ledgerOptions} />
            {usable.length === 0 ? null : <FilterNotSent connections={usable} />}
          </>
        }
      />
    </>
  )
}
