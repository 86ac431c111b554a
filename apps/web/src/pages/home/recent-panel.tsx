import type { Page, SubmissionSummary } from '@fieldledger/contract'
import { LoadState, Money, Panel } from '@fieldledger/ui'
import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../api/api.ts'
import { DocumentStatusBadge } from '../../status/document-status-badge.tsx'
import { LedgerStateBadge } from '../../status/ledger-state-badge.tsx'
import classes from './home-page.module.css'
import { messages } from './messages.ts'

const shown = 8
/** A draft that a workflow made is nobody's submission yet: it waits as a task of whoever fills it in. */
const asked = 2 * shown

export function RecentPanel() {
  const recent = useQuery({
    queryKey: ['submissions', 'recent'],
    queryFn: ({ signal }) => api.get<Page<SubmissionSummary>>(`/submissions?limit=${asked}`, signal),
    select: ({ rows }) => rows.filter(({ status }) => status !== 'draft').slice(0, shown),
  })
  return (
    <Panel
      title={messages.recent}
      flush
      aside={
        <Anchor component={Link} to="/submissions">
          {messages.allSubmissions}
        </Anchor>
      }
    >
      <LoadState query={recent} retryLabel={messages.retry}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <Text c="dimmed" p="md">
                {messages.recentEmpty}
              </Text>
            ) : null}
            {rows.map((row) => (
              <Link key={row.id} to={`/submissions/${row.id}`} className={classes.row}>
                <span className={classes.grow}>
                  <Text fw={600} lineClamp={2}>
                    {row.number ?? messages.numberFollows} · {row.formName}
                  </Text>
                  <Text size="sm" c="dimmed" truncate>
                    {row.vendorName}
                  </Text>
                </span>
                <span className={classes.states}>
                  <DocumentStatusBadge status={row.status} />
                  {row.ledger.map((ledger) => (
                    <LedgerStateBadge key={ledger.effectId} ledger={ledger} />
                  ))}
                </span>
                <Money amount={row.total} />
              </Link>
            ))}
          </>
        )}
      </LoadState>
    </Panel>
  )
}
