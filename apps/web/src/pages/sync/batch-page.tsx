import type { BatchItemView, BatchView } from '@fieldledger/contract'
import { type Column, DataTable, DateText, EmptyState, LoadState, StatusBadge } from '@fieldledger/ui'
import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { untilFinished } from '../../batches/until-finished.ts'
import { usePages } from '../../data/use-pages.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { messages } from './messages.ts'
import { OutcomeBadges, outcomeNames } from './outcome-badges.tsx'
import { outcomeTones } from './outcome-tones.ts'

const words = messages.batches

const columns: Column<BatchItemView>[] = [
  {
    id: 'number',
    label: words.number,
    cell: ({ number }) => number ?? messages.numberFollows,
    oneLine: true,
  },
  {
    id: 'outcome',
    label: words.outcome,
    cell: ({ outcome }) => <StatusBadge tone={outcomeTones[outcome]} word={words.outcomes[outcome]} />,
  },
  { id: 'document', label: words.document, cell: (item) => <DocumentLink {...item} />, oneLine: true },
  { id: 'why', label: words.why, cell: ({ message }) => message },
]

/** One batch: how far it is, and what became of each form, with links. Can be left and found again. */
export function BatchPage() {
  const { batchId = '' } = useParams()
  const navigate = useNavigate()
  const path = `/batches/${encodeURIComponent(batchId)}`
  const batch = useQuery({
    queryKey: ['batches', batchId],
    queryFn: ({ signal }) => api.get<BatchView>(path, signal),
    refetchInterval: ({ state }) => untilFinished(state.data === undefined ? [] : [state.data]),
  })
  const items = usePages<BatchItemView>({
    key: ['batches', batchId, 'items'],
    path: `${path}/items`,
    again: () => untilFinished(batch.data === undefined ? [] : [batch.data]),
  })
  return (
    <LoadState query={batch} retryLabel={messages.retry}>
      {(view) => (
        <Stack gap="sm">
          <Anchor component={Link} to="/sync/batches" size="sm">
            {words.all}
          </Anchor>
          <Title order={2} size="h3">
            {view.cause === null
              ? words.heading(view.workflowName ?? words.first, view.formName ?? '')
              : words.cured(view.cause)}
          </Title>
          <Summary {...view} />
          <LoadState query={items.query} retryLabel={messages.retry}>
            {() => (
              <DataTable
                label={words.items}
                rows={items.rows}
                columns={columns}
                rowId={({ id }) => id}
                onOpen={({ submissionId }) => navigate(`/submissions/${submissionId}`)}
                empty={
                  <EmptyState
                    icon={<IconStack2 size={24} />}
                    title={words.itemsEmpty}
                    hint={words.itemsEmptyHint}
                  />
                }
                footer={<MoreRows {...items} />}
              />
            )}
          </LoadState>
        </Stack>
      )}
    </LoadState>
  )
}

function Summary({ counts, expected, origin, startedAt, startedBy }: BatchView) {
  const all = outcomeNames.reduce((sum, name) => sum + counts[name], 0)
  return (
    <Group gap="xs" role="status">
      <Text size="sm" c="dimmed" component="div">
        {startedBy ?? words.origins[origin]} · <DateText value={startedAt} />
      </Text>
      <OutcomeBadges counts={counts} />
      {expected !== null && <Text size="sm">{words.progress(all - counts.underWay, expected)}</Text>}
    </Group>
  )
}

function DocumentLink({ documentNumber, url }: BatchItemView) {
  if (documentNumber === null) return null
  if (url === null) return documentNumber
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" onClick={(event) => event.stopPropagation()}>
      {documentNumber}
    </Anchor>
  )
}
