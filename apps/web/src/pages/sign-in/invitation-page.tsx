import type { OpenInvitation } from '@fieldledger/contract'
import { LoadState } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { AcceptInvitation } from './accept-invitation.tsx'
import { Entrance } from './entrance.tsx'
import { messages } from './messages.ts'

/** Whoever is invited sees where to, then joins. */
export function InvitationPage() {
  const { token = '' } = useParams()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get<OpenInvitation>(`/invitations/${token}`, signal),
    retry: false,
  })
  const company = invitation.data?.company
  return (
    <Entrance title={company === undefined ? messages.invitationTitle : messages.joinCompany(company)}>
      <LoadState query={invitation} retryLabel={messages.retry}>
        {(open) => <AcceptInvitation token={token} invitation={open} />}
      </LoadState>
      {invitation.error ? (
        <Button component={Link} to="/sign-in" variant="default">
          {messages.title}
        </Button>
      ) : null}
    </Entrance>
  )
}
