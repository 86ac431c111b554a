import type { ConnectionView, ImportAnswer } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { sentenceOf } from '../../api/sentence-of.ts'
import { ImportPreviewTable } from './import-preview-table.tsx'
import { messages } from './messages.ts'
import { SupplierRuleTable } from './supplier-rule-table.tsx'

/** The button Sync Suppliers, what it did, and the rules of deactivating. */
export function SuppliersPanel({ connection }: { connection: ConnectionView }) {
  const queries = useQueryClient()
  const sync = useMutation({
    mutationFn: () =>
      api.post<ImportAnswer>(`/connections/${connection.id}/import`, { lists: ['vendors'], apply: true }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['catalogue'] })
      void queries.invalidateQueries({ queryKey: ['connections'] })
    },
  })
  const rows = sync.data?.previews.flatMap((preview) => preview.rows) ?? []
  const count = (...outcomes: string[]) => rows.filter(({ outcome }) => outcomes.includes(outcome)).length
  const told = rows.filter(
    ({ outcome, note }) =>
      outcome !== 'skip-inactive' && (outcome !== 'already-linked' || note !== undefined),
  )
  return (
    <Panel title={messages.suppliers}>
      <Stack>
        <Text c="dimmed">{messages.suppliersHint(connection.providerLabel)}</Text>
        <Group>
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={sync.isPending}
            onClick={() => sync.mutate()}
          >
            {messages.syncSuppliers}
          </Button>
          {sync.data ? (
            <Text role="status" fw={600}>
              {messages.suppliersSynced(count('create', 'link'), count('update'))}
            </Text>
          ) : null}
        </Group>
        {sync.error ? (
          <Alert color="red" role="alert">
            {sentenceOf(sync.error)}
          </Alert>
        ) : null}
        {told.length > 0 ? <ImportPreviewTable preview={{ list: 'vendors', rows: told }} /> : null}
        <SupplierRuleTable connection={connection} />
      </Stack>
    </Panel>
  )
}
