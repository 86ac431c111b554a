import type { InvitationView } from '@fieldledger/contract'
import { Drawer } from '@fieldledger/ui'
import type { Role } from '@fieldledger/workflow'
import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { InvitationLink } from './invitation-link.tsx'
import { messages } from './messages.ts'
import { RoleAndProjects } from './role-and-projects.tsx'

export function InvitePerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('field')
  const [projectIds, setProjects] = useState<string[]>([])
  const queries = useQueryClient()
  const invite = useMutation({
    mutationFn: () => api.post<InvitationView>('/invitations', { email, role, projectIds }),
    onSuccess: () => {
      setEmail('')
      return queries.invalidateQueries({ queryKey: ['invitations'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate()
  }
  return (
    <Drawer
      title={messages.invite}
      opened={opened}
      closeLabel={messages.close}
      onClose={() => {
        invite.reset()
        setEmail('')
        onClose()
      }}
    >
      <form onSubmit={submit}>
        <Stack>
          {invite.error ? (
            <Alert color="red" role="alert">
              {sentenceOf(invite.error)}
            </Alert>
          ) : null}
          {invite.data ? <InvitationLink email={invite.data.email} url={invite.data.url} /> : null}
          <TextInput
            label={messages.email}
            type="email"
            required
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <RoleAndProjects role={role} projectIds={projectIds} onRole={setRole} onProjects={setProjects} />
          <Button type="submit" loading={invite.isPending}>
            {messages.inviteDo}
          </Button>
        </Stack>
      </form>
    </Drawer>
  )
}
