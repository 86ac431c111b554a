import type { RunSummary } from '@fieldledger/contract'
import { DataTable, EmptyState, LoadState, PageHeader } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useForms } from '../../data/use-form.ts'
import { usePages } from '../../data/use-pages.ts'
import { CsvLink } from '../../lists/csv-link.tsx'
import { FilterInput } from '../../lists/filter-input.tsx'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { messages as lists } from '../../lists/messages.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { useMay } from '../../session/me-context.ts'
import { runStateOptions } from '../../status/run-states.ts'
import { messages } from './messages.ts'
import { runColumns } from './run-columns.tsx'

export function RunsPage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const forms = useForms()
  const maySubmit = useMay('form.submit')
  const filters = search.toString() === '' ? '' : `?${search}`
  // Under "submissions", so that the company's hints fetch it again.
  const list = usePages<RunSummary>({ key: ['submissions', 'runs'], path: `/runs${filters}` })
  const empty = (
    <EmptyState icon={<IconRoute size={24} />} title={messages.emptyTitle} hint={messages.emptyHint}>
      {maySubmit ? (
        <Button component={Link} to="/my-forms">
          {messages.fill}
        </Button>
      ) : null}
    </EmptyState>
  )
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <LoadState query={list.query} retryLabel={lists.retry}>
        {() => (
          <DataTable
            label={messages.label}
            rows={list.rows}
            columns={runColumns}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(`/runs/${id}`)}
            empty={filters === '' ? empty : <NothingFound />}
            tools={
              <>
                <SearchBox />
                <FilterSelect name="state" label={messages.state} options={runStateOptions} />
                <FilterSelect
                  name="form"
                  label={messages.form}
                  options={(forms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                />
                <FilterInput name="version" label={messages.version} type="number" width={80} />
                <FilterInput name="from" label={messages.from} type="date" width={140} />
                <FilterInput name="to" label={messages.to} type="date" width={140} />
              </>
            }
            aside={<CsvLink path={`/runs.csv${filters}`} fileName="runs.csv" />}
            footer={<MoreRows {...list} />}
          />
        )}
      </LoadState>
    </>
  )
}
