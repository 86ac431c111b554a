import { Alert, Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { Entrance } from './entrance.tsx'
import { messages } from './messages.ts'

/** Whoever is invited chooses a name and a password; who has a sign-in already proves it by its password. */
export function InvitationPage() {
  const { token = '' } = useParams()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const accept = useMutation({
    mutationFn: async (person: { name: string; password: string }) => {
      const { email } = await api.post<{ email: string }>('/invitations/accept', { token, ...person })
      await api.post('/auth/sign-in/email', { email, password: person.password })
    },
    onSuccess: () => {
      queries.clear()
      navigate('/', { replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    accept.mutate({ name: String(fields.get('name')), password: String(fields.get('password')) })
  }
  return (
    <Entrance title={messages.invitationTitle} hint={messages.invitationHint}>
      <form onSubmit={submit} style={{ display: 'contents' }}>
        {accept.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(accept.error)}
          </Alert>
        ) : null}
        <TextInput label={messages.name} name="name" required autoComplete="name" />
        <PasswordInput
          label={messages.newPassword}
          description={messages.passwordHint}
          name="password"
          required
          minLength={8}
          autoComplete="new-password"
        />
        <Button type="submit" size="md" fullWidth loading={accept.isPending}>
          {messages.accept}
        </Button>
      </form>
    </Entrance>
  )
}
