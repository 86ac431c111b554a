import type { InvitationView } from '@fieldledger/contract'
import { type Column, DataTable, DateText } from '@fieldledger/ui'
import { Box, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchAll } from '../../data/fetch-all.ts'
import { InvitationDrawer } from './invitation-drawer.tsx'
import { messages, roleNames } from './messages.ts'

const columns: readonly Column<InvitationView>[] = [
  { id: 'email', label: messages.email, cell: ({ email }) => email, sortBy: ({ email }) => email },
  { id: 'role', label: messages.role, cell: ({ role }) => roleNames[role], sortBy: ({ role }) => role },
  {
    id: 'until',
    label: messages.goodUntil,
    cell: ({ expiresAt }) => <DateText value={expiresAt} />,
    sortBy: ({ expiresAt }) => expiresAt,
    oneLine: true,
  },
]

/** Who was asked to join and has not yet; nothing while nobody is awaited. */
export function OpenInvitations() {
  const invitations = useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => fetchAll<InvitationView>('/invitations', signal),
  })
  const [openId, open] = useState<string>()
  const rows = invitations.data ?? []
  if (rows.length === 0) return null
  return (
    <Box mt="lg">
      <Title order={2} mb="xs">
        {messages.openInvitations}
      </Title>
      <DataTable
        label={messages.openInvitations}
        rows={rows}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={({ id }) => open(id)}
        empty={null}
      />
      <InvitationDrawer
        key={openId ?? ''}
        invitation={rows.find(({ id }) => id === openId)}
        onClose={() => open(undefined)}
      />
    </Box>
  )
}
