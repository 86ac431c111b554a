import { Alert, Button, PasswordInput, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { Entrance } from './entrance.tsx'
import { messages } from './messages.ts'

const currencies = ['USD', 'EUR', 'GBP', 'AUD', 'CAD', 'NZD', 'CHF', 'SEK', 'NOK', 'DKK', 'JPY', 'ZAR', 'INR']

/** A database without anybody: the first admin and company, with the one-time code of the server's log. */
export function SetupPage() {
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [currency, setCurrency] = useState('USD')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const setup = useMutation({
    mutationFn: async (fields: Record<string, string>) => {
      await api.post('/setup', { ...fields, currency, timeZone })
      const { email, password } = fields
      await api.post('/auth/sign-in/email', { email, password })
    },
    onSuccess: () => {
      queries.clear()
      navigate('/', { replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = [...new FormData(event.currentTarget)].map(
      ([name, value]) => [name, String(value)] as const,
    )
    const wanted = ['code', 'name', 'email', 'password', 'company']
    setup.mutate(Object.fromEntries(given.filter(([name]) => wanted.includes(name))))
  }
  return (
    <Entrance title={messages.setUpTitle} hint={messages.setUpHint}>
      <form onSubmit={submit} style={{ display: 'contents' }}>
        {setup.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(setup.error)}
          </Alert>
        ) : null}
        <TextInput label={messages.code} name="code" required autoComplete="one-time-code" />
        <TextInput label={messages.name} name="name" required autoComplete="name" />
        <TextInput label={messages.email} name="email" type="email" required autoComplete="username" />
        <PasswordInput
          label={messages.newPassword}
          description={messages.passwordHint}
          name="password"
          required
          minLength={8}
          autoComplete="new-password"
        />
        <TextInput label={messages.companyName} name="company" required autoComplete="organization" />
        <Select
          label={messages.currency}
          searchable
          data={currencies}
          value={currency}
          onChange={(value) => setCurrency(value ?? currency)}
        />
        <Select
          label={messages.timeZone}
          searchable
          data={[...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
          value={timeZone}
          onChange={(value) => setTimeZone(value ?? timeZone)}
        />
        <Button type="submit" size="md" fullWidth loading={setup.isPending}>
          {messages.create}
        </Button>
      </form>
    </Entrance>
  )
}
