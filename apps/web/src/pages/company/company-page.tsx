import { PageHeader, Panel } from '@fieldledger/ui'
import { Alert, Button, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useSignedIn } from '../../session/me-context.ts'
import { LogoPanel } from './logo-panel.tsx'
import { messages } from './messages.ts'
import { SecretsPanel } from './secrets-panel.tsx'

export function CompanyPage() {
  const { company } = useSignedIn()
  const [name, setName] = useState(company.name)
  const [timeZone, setTimeZone] = useState(company.timeZone)
  const done = useDone()
  const save = (event: FormEvent) => {
    event.preventDefault()
    void done(() => api.patch(`/companies/${company.id}`, { name, timeZone }), messages.saved)
  }
  return (
    <>
      <PageHeader title={messages.title} hint={messages.hint} />
      <Stack>
        <Panel>
          <form onSubmit={save}>
            <Stack maw={420}>
              {company.practice ? <Alert color="grape">{messages.practice}</Alert> : null}
              <TextInput
                label={messages.name}
                required
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <TextInput
                label={messages.currency}
                description={messages.currencyHint}
                value={company.currency}
                readOnly
              />
              <Select
                label={messages.timeZone}
                description={messages.timeZoneHint}
                searchable
                value={timeZone}
                data={zones(company.timeZone)}
                onChange={(zone) => setTimeZone(zone ?? timeZone)}
              />
              <Button type="submit" w="fit-content">
                {messages.save}
              </Button>
            </Stack>
          </form>
        </Panel>
        <LogoPanel />
        <SecretsPanel />
      </Stack>
    </>
  )
}

// "UTC" is missing from the list of some browsers.
function zones(present: string): string[] {
  return [...new Set([present, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
}
