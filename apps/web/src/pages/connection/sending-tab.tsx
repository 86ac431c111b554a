import type { ConnectionView } from '@fieldledger/contract'
import { Stack } from '@mantine/core'
import { FormMappings } from './form-mappings.tsx'
import { ImportedLists } from './imported-lists.tsx'
import { LedgerDocuments } from './ledger-documents.tsx'
import { SendingMatrix } from './sending-matrix.tsx'

/** What goes where: what is sent, what is imported, and what this ledger takes at all. */
export function SendingTab({ connection }: { connection: ConnectionView }) {
  return (
    <Stack>
      <SendingMatrix connection={connection} />
      <FormMappings connection={connection} />
      <ImportedLists connection={connection} />
      <LedgerDocuments connection={connection} />
    </Stack>
  )
}
