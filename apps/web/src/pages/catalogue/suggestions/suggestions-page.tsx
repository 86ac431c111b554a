import type { ConnectionView, Page, SuggestedList, SuggestionView } from '@fieldledger/contract'
import { LoadState, PageHeader } from '@fieldledger/ui'
import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../../api/api.ts'
import { useConnection } from '../../../data/use-connections.ts'
import { listNames } from '../messages.ts'
import { messages } from './messages.ts'
import { SuggestedPairs } from './suggested-pairs.tsx'

/** Likely pairs of what is not linked: looked through, then linked together. */
export function SuggestionsPage() {
  const { list: named, connectionId = '' } = useParams()
  const list: SuggestedList = named === 'vendors' ? 'vendors' : 'materials'
  const connection = useConnection(connectionId)
  return (
    <LoadState query={connection} retryLabel={messages.retry}>
      {(ledger) => <Suggestions list={list} connection={ledger} />}
    </LoadState>
  )
}

function Suggestions({ list, connection }: { list: SuggestedList; connection: ConnectionView }) {
  const path = `/connections/${connection.id}/suggestions?list=${list}`
  const suggestions = useQuery({
    queryKey: ['catalogue', list, path],
    queryFn: ({ signal }) => api.get<Page<SuggestionView>>(path, signal),
  })
  return (
    <>
      <PageHeader
        above={
          <Anchor component={Link} to={`/catalogue/${list}?show=unlinked&ledger=${connection.id}`}>
            {listNames[list]}
          </Anchor>
        }
        title={messages.title(connection.providerLabel)}
        hint={messages.hint}
      />
      <LoadState query={suggestions} retryLabel={messages.retry}>
        {({ rows }) => <SuggestedPairs list={list} connection={connection} rows={rows} />}
      </LoadState>
    </>
  )
}
