import { fieldsForTarget, isPerVendor, namesVendors, suggestMapping } from '@fieldledger/workflow'
import { Switch } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import { chooseField } from './choose-field.ts'
import type { AccountingSyncConfig } from './definition.ts'
import { messages } from './messages.ts'

/** Offered where the lines that are sent say of whom each is bought, and the form is an order (G-02). */
export function PerVendorSwitch(props: {
  config: AccountingSyncConfig
  document: string
  onChange(config: AccountingSyncConfig): void
}) {
  const { config, onChange } = props
  const { form, editable } = useDrawerData()
  const { mapping } = config
  const table = fieldsForTarget('vendor', form).find(
    (field) => namesVendors(field) && field.id === mapping.materials,
  )
  if (table === undefined) return null
  const turn = (on: boolean) => {
    const other = suggestMapping(form).find(
      ({ target, fieldId }) => target === 'vendor' && fieldId !== table.id,
    )
    const fieldId = on ? table.id : other?.fieldId
    onChange({ ...config, mapping: chooseField(mapping, { form, target: 'vendor', fieldId }) })
  }
  return (
    <Switch
      label={messages.perVendor(props.document.toLowerCase())}
      description={messages.perVendorHint(table.label)}
      checked={isPerVendor(mapping)}
      disabled={!editable}
      onChange={(event) => turn(event.currentTarget.checked)}
    />
  )
}
