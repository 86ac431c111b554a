import type { CompanyChoiceView } from '@fieldledger/contract'
import { LoadState, PageHeader } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { ChooseCompanies } from './choose-companies.tsx'
import { messages } from './messages.ts'

/** Where a consent that opened several companies of the ledger comes back to. */
export function ChooseCompaniesPage() {
  const { choiceId = '' } = useParams()
  const choice = useQuery({
    queryKey: ['company-choices', choiceId],
    queryFn: ({ signal }) => api.get<CompanyChoiceView>(`/company-choices/${choiceId}`, signal),
    retry: false,
  })
  return (
    <>
      <PageHeader
        title={messages.title(choice.data?.providerLabel)}
        {...(choice.error ? {} : { hint: messages.hint })}
      />
      <LoadState query={choice} retryLabel={messages.retry}>
        {(found) => <ChooseCompanies choice={found} />}
      </LoadState>
      {choice.error ? (
        <Button component={Link} to="/connections" variant="default" mt="md">
          {messages.back}
        </Button>
      ) : null}
    </>
  )
}
