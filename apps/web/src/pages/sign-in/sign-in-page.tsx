import { Alert, Anchor, Button, PasswordInput, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { api } from '../../api/api.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { Entrance } from './entrance.tsx'
import { messages } from './messages.ts'

export function SignInPage() {
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => api.get<{ needed: boolean }>('/setup'),
    retry: false,
  })
  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setFailure(undefined)
    try {
      const credentials = { email: String(fields.get('email')), password: String(fields.get('password')) }
      await api.post('/auth/sign-in/email', credentials)
      queries.clear()
      navigate(pathInside(search.get('back')), { replace: true })
    } catch (error) {
      setFailure(error instanceof ApiProblem && error.status === 401 ? messages.wrong : sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Entrance title={messages.title}>
      <form onSubmit={(event) => void signIn(event)} style={{ display: 'contents' }}>
        {failure ? (
          <Alert color="red" role="alert">
            {failure}
          </Alert>
        ) : null}
        <TextInput
          label={messages.email}
          name="email"
          type="email"
          size="md"
          autoComplete="username"
          required
          autoFocus
        />
        <PasswordInput
          label={messages.password}
          name="password"
          size="md"
          autoComplete="current-password"
          required
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          {messages.submit}
        </Button>
      </form>
      {setup.data?.needed ? (
        <Text ta="center">
          {messages.firstTime}{' '}
          <Anchor component={Link} to="/setup">
            {messages.setUp}
          </Anchor>
        </Text>
      ) : null}
    </Entrance>
  )
}

// Only our own pages: "//elsewhere" would leave the site.
function pathInside(back: string | null): string {
  return back?.startsWith('/') && !back.startsWith('//') ? back : '/'
}
