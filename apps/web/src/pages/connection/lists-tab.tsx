import type { ConnectionView } from '@fieldledger/contract'
import { Stack } from '@mantine/core'
import { useState } from 'react'
import { ImportPanel } from './import-panel.tsx'
import { SuppliersPanel } from './suppliers-panel.tsx'
import { SyncItemsPanel } from './sync-items-panel.tsx'
import { WholeImportPanel } from './whole-import-panel.tsx'

const byHand = ['vendors', 'items', 'accounts']

/** Where nothing has been imported yet, that comes first: a sync has nothing to pair then. It stays where it is while one looks at it. */
export function ListsTab({ connection }: { connection: ConnectionView }) {
  const [first] = useState(() => byHand.every((list) => connection.imported[list] === undefined))
  const imports = (
    <>
      <ImportPanel connection={connection} />
      <WholeImportPanel connection={connection} />
    </>
  )
  return (
    <Stack>
      {first ? imports : null}
      {connection.capabilities.items.list ? <SyncItemsPanel connection={connection} /> : null}
      {connection.capabilities.vendors.list ? <SuppliersPanel connection={connection} /> : null}
      {first ? null : imports}
    </Stack>
  )
}
