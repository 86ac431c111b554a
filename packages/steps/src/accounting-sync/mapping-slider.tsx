import type { DocumentKind } from '@fieldledger/accounting'
import type { ConnectionSummary, FieldMapping, UnlinkedItems } from '@fieldledger/workflow'
import { Divider, Stack } from '@mantine/core'
import type { AccountingSyncConfig } from './definition.ts'
import { DocumentPreview } from './document-preview.tsx'
import { MappingInputs } from './mapping-inputs.tsx'
import { UnlinkedItemsInput } from './unlinked-items-input.tsx'

export interface MappingToEdit {
  mapping: FieldMapping
  unlinkedItems: UnlinkedItems
}

/** The same slider outside a workflow: a form's default for one ledger (DESIGN §4 "Mapping"). */
export function MappingSlider(props: {
  connection: ConnectionSummary
  documentKind: DocumentKind
  value: MappingToEdit
  onChange(value: MappingToEdit): void
}) {
  const { connection, documentKind, value } = props
  const { provider, providerLabel, id: connectionId } = connection
  const config: AccountingSyncConfig = { provider, providerLabel, connectionId, documentKind, ...value }
  const onChange = ({ mapping, unlinkedItems }: AccountingSyncConfig) =>
    props.onChange({ mapping, unlinkedItems })
  return (
    <Stack gap="lg">
      <MappingInputs config={config} onChange={onChange} />
      <Divider />
      <UnlinkedItemsInput config={config} onChange={onChange} />
      <Divider />
      <DocumentPreview config={config} />
    </Stack>
  )
}
