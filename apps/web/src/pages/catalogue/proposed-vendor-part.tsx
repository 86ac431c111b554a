import { Alert, Button, Group, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useCatalogue } from '../../data/use-catalogue.ts'
import type { CatalogueRecord } from './catalogue-record.ts'
import { messages } from './messages.ts'

/** A vendor that a field user named: take it in, or say which of ours it is. */
export function ProposedVendorPart({ vendor, onDone }: { vendor: CatalogueRecord; onDone: () => void }) {
  const [into, setInto] = useState<string | null>(null)
  const vendors = useCatalogue('vendors')
  const done = useDone()
  const path = `/vendors/${vendor.id}`
  const activate = async () => {
    if (await done(() => api.post(`${path}/activate`), messages.activated)) onDone()
  }
  const merge = async () => {
    if (await done(() => api.post(`${path}/merge`, { into }), messages.merged)) onDone()
  }
  return (
    <Alert color="yellow">
      <Stack gap="xs">
        {messages.proposedHint}
        <Button w="fit-content" onClick={() => void activate()}>
          {messages.activate}
        </Button>
        <Group align="flex-end">
          <Select
            label={messages.mergeInto}
            searchable
            value={into}
            data={(vendors.data ?? [])
              .filter(({ id, archived, state }) => id !== vendor.id && !archived && state === 'active')
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setInto}
          />
          <Button variant="default" disabled={into === null} onClick={() => void merge()}>
            {messages.merge}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
