import type { SubmissionSummary } from '@fieldledger/contract'
import { DataTable, EmptyState, LoadState } from '@fieldledger/ui'
import { IconMoodCheck } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { submissionColumns } from '../submissions/submission-columns.tsx'
import { messages } from './messages.ts'

export function NotSentTab() {
  const navigate = useNavigate()
  const list = usePages<SubmissionSummary>({
    key: ['submissions', 'not-sent'],
    path: '/submissions?status=approved',
  })
  return (
    <LoadState query={list.query} retryLabel={messages.retry}>
      {() => (
        <DataTable
          label={messages.notSent}
          rows={list.rows.filter(({ ledger }) => !ledger.some(({ remoteId }) => remoteId !== undefined))}
          columns={submissionColumns}
          rowId={({ id }) => id}
          onOpen={({ id }) => navigate(`/submissions/${id}`)}
          empty={
            <EmptyState
              icon={<IconMoodCheck size={24} />}
              title={messages.notSentEmpty}
              hint={messages.notSentEmptyHint}
            />
          }
          footer={<MoreRows {...list} />}
        />
      )}
    </LoadState>
  )
}
