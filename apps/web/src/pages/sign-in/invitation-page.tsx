import { LoadState } from '@fieldledger/ui'
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { Entrance } from './entrance.tsx'
import { messages } from './messages.ts'

interface InvitationView {
  email: string
  company: string
  role: string
}

export function InvitationPage() {
  const { token = '' } = useParams()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.get<InvitationView>(`/invitations/${token}`),
    retry: false,
  })
  const accept = useMutation({
    mutationFn: async (person: { name: string; password: string; email: string }) => {
      const { email, ...rest } = person
      await api.post(`/invitations/${token}/accept`, rest)
      await api.post('/auth/sign-in/email', { email, password: person.password })
    },
    onSuccess: () => {
      queries.clear()
      navigate('/', { replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>, email: string) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    accept.mutate({ name: String(fields.get('name')), password: String(fields.get('password')), email })
  }
  return (
    <Entrance title={messages.invitationTitle}>
      <LoadState query={invitation} retryLabel={messages.retry}>
        {({ email, company, role }) => (
          <form onSubmit={(event) => submit(event, email)} style={{ display: 'contents' }}>
            {messages.invitationFor(company, role)}
            {accept.error ? (
              <Alert color="red" role="alert">
                {sentenceOf(accept.error)}
              </Alert>
            ) : null}
            <TextInput label={messages.email} value={email} readOnly autoComplete="username" />
            <TextInput label={messages.name} name="name" required autoComplete="name" />
            <PasswordInput
              label={messages.newPassword}
              description={messages.passwordHint}
              name="password"
              required
              minLength={10}
              autoComplete="new-password"
            />
            <Button type="submit" size="md" fullWidth loading={accept.isPending}>
              {messages.accept}
            </Button>
          </form>
        )}
      </LoadState>
    </Entrance>
  )
}
