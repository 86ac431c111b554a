import type { OpenInvitation } from '@fieldledger/contract'
import { Alert, Button, PasswordInput, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { chooseCompany } from '../../api/chosen-company.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** Somebody new chooses a name and a password; who has a sign-in already proves it by its password. */
export function AcceptInvitation({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const accept = useMutation({
    mutationFn: async (person: { name?: string; password: string }) => {
      const { email } = await api.post<{ email: string }>('/invitations/accept', { token, ...person })
      await api.post('/auth/sign-in/email', { email, password: person.password })
    },
    onSuccess: () => {
      // The one that invited is opened, whichever this browser was in before.
      chooseCompany(undefined)
      queries.clear()
      navigate('/', { replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const name = invitation.hasSignIn ? {} : { name: String(fields.get('name')) }
    accept.mutate({ ...name, password: String(fields.get('password')) })
  }
  return (
    <form onSubmit={submit} style={{ display: 'contents' }}>
      <Text c="dimmed">{messages.invitedAs(invitation.email)}</Text>
      {accept.error ? (
        <Alert color="red" role="alert">
          {sentenceOf(accept.error)}
        </Alert>
      ) : null}
      {invitation.hasSignIn ? (
        <PasswordInput
          label={messages.password}
          description={messages.ownPasswordHint}
          name="password"
          required
          autoComplete="current-password"
        />
      ) : (
        <>
          <TextInput label={messages.name} name="name" required autoComplete="name" />
          <PasswordInput
            label={messages.newPassword}
            description={messages.passwordHint}
            name="password"
            required
            minLength={8}
            autoComplete="new-password"
          />
        </>
      )}
      <Button type="submit" size="md" fullWidth loading={accept.isPending}>
        {messages.accept}
      </Button>
    </form>
  )
}
