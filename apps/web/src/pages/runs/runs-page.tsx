import { EmptyState, PageHeader } from '@fieldledger/ui'
import { IconRoute } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { FilterForm } from '../../lists/filter-form.tsx'
import { FilterInput } from '../../lists/filter-input.tsx'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { ToFillIn } from '../../lists/to-fill-in.tsx'
import { runStateOptions } from '../../status/run-states.ts'
import { messages } from './messages.ts'
import { runColumns } from './run-columns.tsx'

export function RunsPage() {
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <PagedList
        label={messages.label}
        // Under "submissions", so that the company's hints fetch it again.
        queryKey={['submissions', 'runs']}
        path="/runs"
        columns={runColumns}
        onOpen={({ id }) => navigate(`/runs/${id}`)}
        empty={
          <EmptyState icon={<IconRoute size={24} />} title={messages.emptyTitle} hint={messages.emptyHint}>
            <ToFillIn />
          </EmptyState>
        }
        filters={
          <>
            <FilterSelect name="state" label={messages.state} options={runStateOptions} />
            <FilterForm />
            <FilterInput name="version" label={messages.version} type="number" width={80} />
            <FilterInput name="from" label={messages.from} type="date" width={140} />
            <FilterInput name="to" label={messages.to} type="date" width={140} />
          </>
        }
      />
    </>
  )
}
