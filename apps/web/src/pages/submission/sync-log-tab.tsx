import type { Page, SyncLogEntry } from '@fieldledger/contract'
import { EmptyState, LoadState } from '@fieldledger/ui'
import { Accordion } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { LogEntry } from './log-entry.tsx'
import { messages } from './messages.ts'

/** Each attempt with its request and answer: the evidence of one document. */
export function SyncLogTab({ submissionId }: { submissionId: string }) {
  const log = useQuery({
    queryKey: ['submissions', submissionId, 'sync-log'],
    queryFn: ({ signal }) => api.get<Page<SyncLogEntry>>(`/submissions/${submissionId}/sync-log`, signal),
  })
  return (
    <LoadState query={log} retryLabel={messages.retry}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState
            icon={<IconArrowsExchange size={24} />}
            title={messages.logsEmpty}
            hint={messages.logsEmptyHint}
          />
        ) : (
          <Accordion variant="contained" multiple keepMounted={false}>
            {rows.map((entry) => (
              <LogEntry key={entry.id} entry={entry} />
            ))}
          </Accordion>
        )
      }
    </LoadState>
  )
}
