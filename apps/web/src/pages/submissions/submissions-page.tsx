import { EmptyState, PageHeader } from '@fieldledger/ui'
import { IconFileText } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { FilterForm } from '../../lists/filter-form.tsx'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { ToFillIn } from '../../lists/to-fill-in.tsx'
import { documentStatuses, ledgerStates } from '../../status/messages.ts'
import { messages } from './messages.ts'
import { submissionColumns } from './submission-columns.tsx'

const statusOptions = Object.entries(documentStatuses).map(([value, { word }]) => ({ value, label: word }))
const ledgerOptions = Object.entries(ledgerStates).map(([value, { word }]) => ({ value, label: word }))

export function SubmissionsPage() {
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <PagedList
        label={messages.label}
        queryKey={['submissions']}
        path="/submissions"
        columns={submissionColumns}
        onOpen={({ id }) => navigate(`/submissions/${id}`)}
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
          </>
        }
      />
    </>
  )
}
