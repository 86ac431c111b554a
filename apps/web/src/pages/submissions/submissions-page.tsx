import type { SubmissionSummary } from '@fieldledger/contract'
import { DataTable, EmptyState, LoadState, PageHeader } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useForms } from '../../data/use-form.ts'
import { usePages } from '../../data/use-pages.ts'
import { CsvLink } from '../../lists/csv-link.tsx'
import { FilterSelect } from '../../lists/filter-select.tsx'
import { messages as lists } from '../../lists/messages.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { useMay } from '../../session/me-context.ts'
import { documentStatuses, ledgerStates } from '../../status/messages.ts'
import { messages } from './messages.ts'
import { submissionColumns } from './submission-columns.tsx'

const statusOptions = Object.entries(documentStatuses).map(([value, { word }]) => ({ value, label: word }))
const ledgerOptions = Object.entries(ledgerStates).map(([value, { word }]) => ({ value, label: word }))

export function SubmissionsPage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const forms = useForms()
  const maySubmit = useMay('form.submit')
  const filters = search.toString()
  const list = usePages<SubmissionSummary>({
    key: ['submissions'],
    path: `/submissions${filters === '' ? '' : `?${filters}`}`,
  })
  const empty = (
    <EmptyState icon={<IconFileText size={24} />} title={messages.emptyTitle} hint={messages.emptyHint}>
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
            columns={submissionColumns}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(`/submissions/${id}`)}
            empty={filters === '' ? empty : <NothingFound />}
            tools={
              <>
                <SearchBox />
                <FilterSelect
                  name="form"
                  label={messages.form}
                  options={(forms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                />
                <FilterSelect name="status" label={messages.status} options={statusOptions} />
                <FilterSelect
                  name="responsible"
                  label={messages.responsible}
                  options={[{ value: 'me', label: messages.me }]}
                />
                <FilterSelect name="ledger" label={messages.ledger} options={ledgerOptions} />
              </>
            }
            aside={
              <CsvLink
                path={`/submissions.csv${filters === '' ? '' : `?${filters}`}`}
                fileName="submissions.csv"
              />
            }
            footer={<MoreRows {...list} />}
          />
        )}
      </LoadState>
    </>
  )
}
