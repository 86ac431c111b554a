import type { PortalLinkRequest, PortalLinksOfVendor, PortalLinkView } from '@fieldledger/contract'
import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../api/api.ts'
import { sentenceOf } from '../../../api/sentence-of.ts'
import { messages } from './messages.ts'

/** Which forms, how long, and to whom it is sent. */
export function NewPortalLink(props: {
  path: string
  forms: PortalLinksOfVendor['forms']
  email: string
  onMade: (link: PortalLinkView, email: string) => void
  onCancel: () => void
}) {
  const fit = props.forms.filter(({ unfit }) => unfit === undefined)
  const [formIds, setForms] = useState<string[]>(fit.length === 1 ? fit.map(({ id }) => id) : [])
  const [days, setDays] = useState('90')
  const [email, setEmail] = useState(props.email)
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: () => {
      const to = email.trim()
      const request: PortalLinkRequest = { formIds, days: Number(days), ...(to === '' ? {} : { email: to }) }
      return api.post<PortalLinkView>(props.path, request)
    },
    onSuccess: (link) => {
      void queries.invalidateQueries({ queryKey: ['catalogue', 'portal-links'] })
      props.onMade(link, email.trim())
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    make.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {props.forms.length === 0 ? <Text c="dimmed">{messages.noForms}</Text> : null}
        <Checkbox.Group label={messages.forms} value={formIds} onChange={setForms}>
          <Stack gap="xs" mt="xs">
            {props.forms.map(({ id, name, unfit }) => (
              <Checkbox key={id} value={id} label={name} disabled={unfit !== undefined} description={unfit} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label={messages.days}
          value={days}
          data={messages.lifetimes}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <TextInput
          label={messages.email}
          description={messages.emailHint}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {make.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(make.error)}
          </Alert>
        ) : null}
        <Group>
          <Button type="submit" disabled={formIds.length === 0} loading={make.isPending}>
            {messages.make}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {messages.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
