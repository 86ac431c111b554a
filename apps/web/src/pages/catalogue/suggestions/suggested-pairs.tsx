import type {
  AcceptedSuggestions,
  AcceptSuggestions,
  ConnectionView,
  SuggestedList,
  SuggestionView,
} from '@fieldledger/contract'
import { type Column, DataTable, EmptyState } from '@fieldledger/ui'
import { Alert, Button, NativeSelect } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLink } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** Everything above the chosen likeliness is marked; what is unticked is left alone. */
export function SuggestedPairs(props: {
  list: SuggestedList
  connection: ConnectionView
  rows: readonly SuggestionView[]
}) {
  const { list, connection } = props
  const [threshold, setThreshold] = useState('0.9')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const queries = useQueryClient()
  const rows = props.rows.filter(({ score }) => score >= Number(threshold))
  const marked = rows.filter(({ ours }) => !left.has(ours.id))
  const link = useMutation({
    mutationFn: () => {
      const pairs = marked.map(({ ours, theirs }) => ({ id: ours.id, remoteId: theirs.id }))
      const request: AcceptSuggestions = { list, pairs }
      return api.post<AcceptedSuggestions>(`/connections/${connection.id}/suggestions`, request)
    },
    onSuccess: ({ linked }) => {
      notifications.show({ message: messages.linked(linked), color: 'teal' })
      return queries.invalidateQueries({ queryKey: ['catalogue'] })
    },
  })
  const toggle = ({ ours }: SuggestionView) =>
    setLeft((before) => {
      const after = new Set(before)
      if (!after.delete(ours.id)) after.add(ours.id)
      return after
    })
  return (
    <>
      {link.error ? (
        <Alert color="red" role="alert" mb="sm">
          {sentenceOf(link.error)}
        </Alert>
      ) : null}
      {link.data && link.data.refused.length > 0 ? (
        <Alert color="yellow" role="alert" mb="sm" title={messages.refused}>
          {link.data.refused.map(({ id, why }) => (
            <div key={id}>{why}</div>
          ))}
        </Alert>
      ) : null}
      <DataTable
        label={messages.table}
        rows={rows}
        columns={columnsOf(connection.providerLabel)}
        rowId={({ ours }) => ours.id}
        selection={{
          heading: messages.mark,
          ids: new Set(marked.map(({ ours }) => ours.id)),
          selectable: () => true,
          label: ({ ours, theirs }) => messages.markOf(ours.name, theirs.name),
          onToggle: toggle,
        }}
        tools={
          <NativeSelect
            aria-label={messages.threshold}
            value={threshold}
            data={messages.thresholds}
            onChange={(event) => setThreshold(event.currentTarget.value)}
          />
        }
        aside={
          <Button
            disabled={marked.length === 0}
            loading={link.isPending}
            leftSection={<IconLink size={16} aria-hidden />}
            onClick={() => link.mutate()}
          >
            {messages.link(marked.length)}
          </Button>
        }
        empty={
          <EmptyState icon={<IconLink size={24} />} title={messages.noneTitle} hint={messages.noneHint} />
        }
      />
    </>
  )
}

function columnsOf(ledger: string): readonly Column<SuggestionView>[] {
  return [
    {
      id: 'ours',
      label: messages.ours,
      cell: ({ ours }) => ours.name,
      sortBy: ({ ours }) => ours.name,
    },
    {
      id: 'theirs',
      label: messages.theirs(ledger),
      cell: ({ theirs }) => theirs.name,
      sortBy: ({ theirs }) => theirs.name,
    },
    {
      id: 'score',
      label: messages.score,
      cell: ({ score }) => messages.percent(score),
      sortBy: ({ score }) => score,
      align: 'right',
    },
    { id: 'reasons', label: messages.reasons, cell: ({ reasons }) => reasons.join(', ') },
  ]
}
