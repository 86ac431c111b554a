import type { SubmissionSummary } from '@fieldledger/contract'
import { DataTable, EmptyState, LoadState } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconMoodCheck, IconPlugConnected, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useConnections } from '../../data/use-connections.ts'
import { usePages } from '../../data/use-pages.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { CsvLink } from '../../lists/csv-link.tsx'
import { FilterNotSent } from '../../lists/filter-not-sent.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { useMay } from '../../session/me-context.ts'
import { submissionColumns } from '../submissions/submission-columns.tsx'
import { messages } from './messages.ts'
import { ResendDrawer } from './resend-drawer.tsx'

/** Approved forms that are not in a ledger: those that failed, and those that were never sent. */
export function NotSentTab() {
  const navigate = useNavigate()
  const maySend = useMay('document.send')
  const connections = useConnections()
  const [chosen] = useSearchFilter('notSentTo')
  const [search] = useSearchFilter('q')
  const [resending, setResending] = useState(false)
  const usable = (connections.data ?? []).filter(({ state }) => state !== 'disconnected')
  const connection = usable.find(({ id }) => id === chosen) ?? usable[0]
  const searched = search === '' ? '' : `&q=${encodeURIComponent(search)}`
  const path = `/submissions?notSentTo=${encodeURIComponent(connection?.id ?? '')}${searched}`
  const list = usePages<SubmissionSummary>({
    key: ['submissions', 'not-sent'],
    path,
    enabled: connection !== undefined,
  })
  if (connection === undefined)
    return (
      <LoadState query={connections} retryLabel={messages.retry}>
        {() => (
          <EmptyState
            icon={<IconPlugConnected size={24} />}
            title={messages.noLedger}
            hint={messages.noLedgerHint}
          >
            <Button component={Link} to="/connections">
              {messages.openConnections}
            </Button>
          </EmptyState>
        )}
      </LoadState>
    )
  return (
    <LoadState query={list.query} retryLabel={messages.retry}>
      {() => (
        <>
          <DataTable
            label={messages.notSent}
            rows={list.rows}
            columns={submissionColumns}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(`/submissions/${id}?tab=logs`)}
            tools={
              <>
                <SearchBox />
                <FilterNotSent connections={usable} fallback={connection.id} />
              </>
            }
            aside={
              <>
                {maySend && list.rows.length > 0 ? (
                  <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setResending(true)}>
                    {messages.resend.all}
                  </Button>
                ) : null}
                <CsvLink path={path.replace('/submissions?', '/submissions.csv?')} fileName="not-sent.csv" />
              </>
            }
            empty={
              search === '' ? (
                <EmptyState
                  icon={<IconMoodCheck size={24} />}
                  title={messages.notSentEmpty}
                  hint={messages.notSentEmptyHint}
                />
              ) : (
                <NothingFound />
              )
            }
            footer={<MoreRows {...list} />}
          />
          {resending ? (
            <ResendDrawer connection={connection} path={path} onClose={() => setResending(false)} />
          ) : null}
        </>
      )}
    </LoadState>
  )
}
