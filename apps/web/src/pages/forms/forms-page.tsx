import { DataTable, EmptyState, LoadState, PageHeader } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconForms, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useForms } from '../../data/use-form.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { formColumns } from './form-columns.tsx'
import { messages } from './messages.ts'
import { NewForm } from './new-form.tsx'

export function FormsPage() {
  const forms = useForms()
  const [query] = useSearchFilter('q')
  const [making, setMaking] = useState(false)
  const navigate = useNavigate()
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {messages.newForm}
    </Button>
  )
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint}>
        {make}
      </PageHeader>
      <LoadState query={forms} retryLabel={messages.retry}>
        {(rows) => (
          <DataTable
            label={messages.label}
            rows={rows.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))}
            columns={formColumns}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(`/forms/${id}/fields`)}
            empty={
              query === '' ? (
                <EmptyState
                  icon={<IconForms size={24} />}
                  title={messages.emptyTitle}
                  hint={messages.emptyHint}
                >
                  {make}
                </EmptyState>
              ) : (
                <NothingFound />
              )
            }
            tools={rows.length > 0 ? <SearchBox /> : null}
          />
        )}
      </LoadState>
      <NewForm opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
