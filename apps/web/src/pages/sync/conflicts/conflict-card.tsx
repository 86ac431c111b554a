import type { ConflictView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { api } from '../../../api/api.ts'
import { useDone } from '../../../cures/use-done.ts'
import { useMay } from '../../../session/me-context.ts'
import { type Chosen, type ChosenByField, problemOf, resolutionOf } from './chosen.ts'
import { ConflictField } from './conflict-field.tsx'
import { messages } from './messages.ts'

export function ConflictCard({ conflict }: { conflict: ConflictView }) {
  const [chosen, setChosen] = useState<ChosenByField>({})
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const mayEdit = useMay('catalogue.edit')
  const done = useDone()
  const all = (take: Chosen['take']) =>
    setChosen(
      Object.fromEntries(
        conflict.fields.map(({ field, ours = '' }) => [field, { take, value: ours, always: false }]),
      ),
    )
  const resolution = resolutionOf(chosen)
  const count = Object.keys(resolution.choices).length
  const unfit = conflict.fields.some(
    ({ field }) => problemOf(conflict.kind, { name: field, chosen: chosen[field] }) !== undefined,
  )
  const save = async () => {
    setTried(true)
    if (unfit) return
    setBusy(true)
    await done(() => api.post(`/conflicts/${conflict.id}/resolve`, resolution), messages.saved[conflict.kind])
    setBusy(false)
  }
  return (
    <Panel
      title={messages.record(messages.kinds[conflict.kind], {
        name: conflict.recordName,
        ledger: conflict.providerLabel,
      })}
      aside={
        <Anchor component={Link} to={`/connections/${conflict.connectionId}?tab=lists`} size="sm">
          {messages.rules}
        </Anchor>
      }
    >
      <Stack>
        {conflict.fields.map((field) => (
          <ConflictField
            key={field.field}
            conflict={field}
            kind={conflict.kind}
            ledger={conflict.providerLabel}
            chosen={chosen[field.field]}
            disabled={!mayEdit}
            tried={tried}
            onChoose={(choice) => setChosen({ ...chosen, [field.field]: choice })}
          />
        ))}
        {conflict.kind === 'material' ? (
          <Text size="sm" c="dimmed">
            {messages.itemHint(conflict.providerLabel)}
          </Text>
        ) : null}
        {mayEdit ? (
          <Group justify="space-between">
            <Group gap="xs">
              <Button variant="default" size="xs" onClick={() => all('ours')}>
                {messages.allOurs}
              </Button>
              <Button variant="default" size="xs" onClick={() => all('theirs')}>
                {messages.allTheirs}
              </Button>
            </Group>
            <Button disabled={count === 0} loading={busy} onClick={() => void save()}>
              {messages.save(count)}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Panel>
  )
}
