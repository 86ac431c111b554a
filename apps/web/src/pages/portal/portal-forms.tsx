import type { PortalPage } from '@fieldledger/contract'
import { Alert, Button, SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { messages } from './messages.ts'
import { PortalForm } from './portal-form.tsx'

/** One form is open at once; after it has arrived, a sentence and the way to the next one. */
export function PortalForms({ token, page }: { token: string; page: PortalPage }) {
  const [chosen, setChosen] = useState(page.forms[0]?.id)
  const [sent, setSent] = useState<string>()
  const form = page.forms.find(({ id }) => id === chosen) ?? page.forms[0]
  if (form === undefined) return null
  if (sent !== undefined)
    return (
      <Stack align="flex-start">
        <Alert color="teal" role="status" title={messages.sentTitle} w="100%">
          {sent}
        </Alert>
        <Button variant="default" onClick={() => setSent(undefined)}>
          {messages.another}
        </Button>
      </Stack>
    )
  return (
    <Stack>
      {page.forms.length > 1 ? (
        <SegmentedControl
          aria-label={messages.choose}
          value={form.id}
          onChange={setChosen}
          data={page.forms.map(({ id, content }) => ({ value: id, label: content.name }))}
        />
      ) : null}
      <PortalForm key={form.id} token={token} page={page} form={form} onSent={setSent} />
    </Stack>
  )
}
