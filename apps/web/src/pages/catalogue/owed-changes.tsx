import { Alert, Button, Stack } from '@mantine/core'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import type { CatalogueList } from './catalogue-list.ts'
import type { CatalogueRecord } from './catalogue-record.ts'
import { messages } from './messages.ts'

/** Changes of ours that a ledger has not confirmed: why not, and the button that sends them again. */
export function OwedChanges({ list, record }: { list: CatalogueList; record: CatalogueRecord }) {
  const done = useDone()
  const owing = record.links.filter(({ owed }) => owed !== undefined)
  if (owing.length === 0) return null
  const send = () => done(() => api.post(`/${list}/${record.id}/push`), messages.changeSent)
  return (
    <Alert color="yellow" role="alert">
      <Stack gap="xs" align="flex-start">
        {owing.map(({ connectionId, providerLabel, owed }) => (
          <div key={connectionId}>
            {messages.owed(providerLabel)} {owed?.message}
          </div>
        ))}
        <Button size="xs" onClick={() => void send()}>
          {messages.sendChange}
        </Button>
      </Stack>
    </Alert>
  )
}
