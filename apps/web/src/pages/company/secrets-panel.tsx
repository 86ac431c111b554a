import type { Page, SecretView } from '@fieldledger/contract'
import { type Column, DataTable, DateText, EmptyState, LoadState, Panel } from '@fieldledger/ui'
import { Button, Stack, Text } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { AddSecret } from './add-secret.tsx'
import { messages } from './messages.ts'

const words = messages.secrets

/** Names and destinations of the company's secrets; a value is typed once and never shown again. */
export function SecretsPanel() {
  const [adding, setAdding] = useState(false)
  const secrets = useQuery({
    queryKey: ['workflow', 'secrets'],
    queryFn: ({ signal }) => api.get<Page<SecretView>>('/secrets', signal),
  })
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint}
        </Text>
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {words.add}
        </Button>
        <LoadState query={secrets} retryLabel={words.retry}>
          {({ rows }) => (
            <DataTable
              label={words.title}
              rows={rows}
              columns={columns}
              rowId={({ name }) => name}
              empty={
                <EmptyState icon={<IconKey size={24} />} title={words.emptyTitle} hint={words.emptyHint} />
              }
            />
          )}
        </LoadState>
      </Stack>
      <AddSecret opened={adding} onClose={() => setAdding(false)} />
    </Panel>
  )
}

const columns: readonly Column<SecretView>[] = [
  { id: 'name', label: words.name, cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'origin', label: words.origin, cell: ({ origin }) => origin, sortBy: ({ origin }) => origin },
  {
    id: 'saved',
    label: words.savedAt,
    cell: ({ savedAt }) => <DateText value={savedAt} />,
    sortBy: ({ savedAt }) => savedAt,
    wideOnly: true,
  },
  { id: 'remove', label: words.remove, cell: ({ name }) => <RemoveSecret name={name} /> },
]

function RemoveSecret({ name }: { name: string }) {
  const done = useDone()
  const remove = () => done(() => api.delete(`/secrets/${encodeURIComponent(name)}`), words.removed(name))
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      aria-label={words.removeNamed(name)}
      onClick={() => void remove()}
    >
      {words.remove}
    </Button>
  )
}
