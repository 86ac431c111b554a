import { Divider, Stack } from '@mantine/core'
import type { StepDrawerProps } from '../views/step-view.ts'
import { ConnectionPicker } from './connection-picker.tsx'
import type { AccountingSyncConfig } from './definition.ts'
import { DocumentPreview } from './document-preview.tsx'
import { MappingInputs } from './mapping-inputs.tsx'
import { UnlinkedItemsInput } from './unlinked-items-input.tsx'

/** The field-mapping slider (S4-10 … S4-20). */
export function Drawer({ config, onChange }: StepDrawerProps<AccountingSyncConfig>) {
  return (
    <Stack gap="lg">
      <ConnectionPicker config={config} onChange={onChange} />
      <MappingInputs config={config} onChange={onChange} />
      <Divider />
      <UnlinkedItemsInput config={config} onChange={onChange} />
      <Divider />
      <DocumentPreview config={config} />
    </Stack>
  )
}
