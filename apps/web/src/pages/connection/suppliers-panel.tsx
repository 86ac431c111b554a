import type { ConnectionView, ImportAnswer } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { Stack, Text } from '@mantine/core'
import { api } from '../../api/api.ts'
import { GoesOnElsewhere } from './goes-on-elsewhere.tsx'
import { ImportPreviewTable } from './import-preview-table.tsx'
import { messages } from './messages.ts'
import { SupplierRuleTable } from './supplier-rule-table.tsx'
import { SyncPart } from './sync-part.tsx'
import { useSync } from './use-sync.ts'

/** The button Sync Suppliers, what it did, and the rules of deactivating. */
export function SuppliersPanel({ connection }: { connection: ConnectionView }) {
  const sync = useSync(() =>
    api.post<ImportAnswer>(`/connections/${connection.id}/import`, { lists: ['vendors'], apply: true }),
  )
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
        <SyncPart
          sync={sync}
          label={messages.syncSuppliers}
          beside={
            sync.data && sync.data.underWay.length === 0 ? (
              <Text role="status" fw={600}>
                {messages.suppliersSynced(count('create', 'link'), count('update'))}
              </Text>
            ) : null
          }
        />
        <GoesOnElsewhere shown={(sync.data?.underWay.length ?? 0) > 0} />
        {told.length > 0 ? <ImportPreviewTable preview={{ list: 'vendors', rows: told }} /> : null}
        <SupplierRuleTable connection={connection} />
      </Stack>
    </Panel>
  )
}
