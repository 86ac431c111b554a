import type { OwnAbsence } from '@fieldledger/contract'
import { Drawer, LoadState } from '@fieldledger/ui'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { useDone } from '../cures/use-done.ts'
import { DateRange } from '../filling/date-range.tsx'
import { DeciderSelect } from '../people/decider-select.tsx'
import { messages } from './messages.ts'

const words = messages.absence

/** From when until when somebody else decides for me. */
export function AbsenceDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const kept = useQuery({
    queryKey: ['me', 'absence'],
    queryFn: ({ signal }) => api.get<OwnAbsence>('/me/absence', signal),
    enabled: opened,
  })
  return (
    <Drawer title={words.title} opened={opened} onClose={onClose} closeLabel={words.close}>
      <LoadState query={kept} retryLabel={words.retry}>
        {({ absence }) => <AbsenceForm key={absence?.from ?? ''} kept={absence} onDone={onClose} />}
      </LoadState>
    </Drawer>
  )
}

function AbsenceForm({ kept, onDone }: { kept: OwnAbsence['absence']; onDone: () => void }) {
  const [from, setFrom] = useState(kept?.from ?? '')
  const [until, setUntil] = useState(kept?.until ?? '')
  const [standInId, setStandIn] = useState(kept?.standInId ?? null)
  const done = useDone()
  const save = async () => {
    if (await done(() => api.put('/me/absence', { from, until, standInId }), words.saved)) onDone()
  }
  const end = async () => {
    if (await done(() => api.delete('/me/absence'), words.ended)) onDone()
  }
  return (
    <Stack>
      <Text c="dimmed">{words.hint}</Text>
      <DateRange
        days={[
          { label: words.from, value: from, onChange: setFrom },
          { label: words.until, value: until, onChange: setUntil },
        ]}
      />
      <DeciderSelect label={words.standIn} value={standInId} onChange={setStandIn} />
      <Group justify="space-between">
        {kept === null ? (
          <span />
        ) : (
          <Button variant="subtle" color="gray" onClick={() => void end()}>
            {words.end}
          </Button>
        )}
        <Button disabled={from === '' || until === '' || standInId === null} onClick={() => void save()}>
          {words.save}
        </Button>
      </Group>
    </Stack>
  )
}
