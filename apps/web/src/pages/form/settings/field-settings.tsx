import type { Field } from '@fieldledger/forms'
import { Drawer, Panel } from '@fieldledger/ui'
import { Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { messages } from '../messages.ts'
import { SettingsOfField } from './settings-of-field.tsx'

/** Under the palette where there is room, else a drawer. */
export function FieldSettings(props: {
  field: Field | undefined
  fields: readonly Field[]
  onChange: (field: Field) => void
  onClose: () => void
}) {
  const { field } = props
  const narrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false })
  const settings =
    field === undefined ? (
      <Text c="dimmed">{messages.pickField}</Text>
    ) : (
      <SettingsOfField key={field.id} field={field} fields={props.fields} onChange={props.onChange} />
    )
  if (narrow)
    return (
      <Drawer
        title={messages.settings}
        opened={field !== undefined}
        onClose={props.onClose}
        closeLabel={messages.close}
      >
        {settings}
      </Drawer>
    )
  return <Panel title={messages.settings}>{settings}</Panel>
}
