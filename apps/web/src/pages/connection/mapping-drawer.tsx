import type { ConnectionView, FormMappingView, FormView } from '@fieldledger/contract'
import { DrawerDataContext, MappingSlider } from '@fieldledger/steps/views'
import { Drawer, LoadState } from '@fieldledger/ui'
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useForm } from '../../data/use-form.ts'
import { messages } from './messages.ts'
import { useMappingDrawerData } from './use-mapping-drawer-data.ts'

interface Edited {
  connection: ConnectionView
  row: FormMappingView
  onClose: () => void
}

/** How one form becomes a document of this ledger; "Send to …" and automatic sending use it. */
export function MappingDrawer({ connection, row, onClose }: Edited) {
  const form = useForm(row.formId)
  return (
    <Drawer
      opened
      onClose={onClose}
      title={messages.mappingOf(row.formName, connection.providerLabel)}
      closeLabel={messages.close}
      size={560}
    >
      <LoadState query={form} retryLabel={messages.retry}>
        {(view) => <Slider connection={connection} row={row} form={view} onClose={onClose} />}
      </LoadState>
    </Drawer>
  )
}

function Slider({ connection, row, form, onClose }: Edited & { form: FormView }) {
  const { formId, mapping, unlinkedItems } = row
  const [value, setValue] = useState({ mapping, unlinkedItems })
  const data = useMappingDrawerData({ formId, form: form.draft, connection })
  const done = useDone()
  const save = async () => {
    const body = { formId, ...value }
    if (await done(() => api.put(`/connections/${connection.id}/mappings`, body), messages.saved)) onClose()
  }
  return (
    <Stack>
      <DrawerDataContext value={data}>
        <MappingSlider
          connection={connection}
          documentKind={row.documentKind}
          value={value}
          onChange={setValue}
        />
      </DrawerDataContext>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {messages.close}
        </Button>
        <Button onClick={() => void save()}>{messages.save}</Button>
      </Group>
    </Stack>
  )
}
