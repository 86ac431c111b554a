import type { PersonView } from '@fieldledger/contract'
import { type Column, DataTable, LoadState, PageHeader, StatusBadge } from '@fieldledger/ui'
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { useSearchFilter } from '../../data/use-search-filter.ts'
import { NothingFound } from '../../lists/nothing-found.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { InvitePerson } from './invite-person.tsx'
import { messages, roleNames } from './messages.ts'
import { OpenInvitations } from './open-invitations.tsx'
import { PersonDrawer } from './person-drawer.tsx'

function columnsOf(nameOf: (id: string) => string | undefined): readonly Column<PersonView>[] {
  return [
    { id: 'name', label: messages.name, cell: ({ name }) => name, sortBy: ({ name }) => name },
    { id: 'email', label: messages.email, cell: ({ email }) => email, sortBy: ({ email }) => email },
    { id: 'role', label: messages.role, cell: ({ role }) => roleNames[role], sortBy: ({ role }) => role },
    {
      id: 'projects',
      label: messages.projects,
      cell: ({ projectIds }) =>
        projectIds.length === 0 ? messages.allProjects : messages.someProjects(projectIds.length),
      wideOnly: true,
    },
    {
      id: 'supervisor',
      label: messages.supervisor,
      cell: ({ supervisorId }) => (supervisorId === null ? null : nameOf(supervisorId)),
      wideOnly: true,
    },
    {
      id: 'state',
      label: messages.state,
      cell: ({ active }) => (
        <StatusBadge tone={active ? 'good' : 'grey'} word={active ? messages.active : messages.inactive} />
      ),
    },
  ]
}

export function PeoplePage() {
  const people = useCatalogue('people')
  const [query] = useSearchFilter('q')
  const [inviting, setInviting] = useState(false)
  const [openId, open] = useState<string>()
  const wanted = query.toLowerCase()
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint}>
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
          {messages.invite}
        </Button>
      </PageHeader>
      <LoadState query={people} retryLabel={messages.retry}>
        {(rows) => (
          <>
            <DataTable
              label={messages.label}
              rows={rows.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))}
              columns={columnsOf((wantedId) => rows.find(({ id }) => id === wantedId)?.name)}
              rowId={({ id }) => id}
              onOpen={({ id }) => open(id)}
              empty={<NothingFound />}
              tools={<SearchBox />}
            />
            <PersonDrawer
              key={openId ?? ''}
              person={rows.find(({ id }) => id === openId)}
              onClose={() => open(undefined)}
            />
          </>
        )}
      </LoadState>
      <OpenInvitations />
      <InvitePerson opened={inviting} onClose={() => setInviting(false)} />
    </>
  )
}
