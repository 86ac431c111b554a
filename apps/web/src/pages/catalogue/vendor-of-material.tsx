import { ClearableSelect } from '@fieldledger/ui'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { messages } from './messages.ts'
import type { RecordField } from './record-fields.ts'

/** From whom a material is bought. */
export function VendorOfMaterial(props: {
  field: RecordField
  value: string
  onChange: (value: string) => void
}) {
  const vendors = useCatalogue('vendors')
  return (
    <ClearableSelect
      label={props.field.label}
      searchable
      clearLabel={messages.clear}
      value={props.value === '' ? null : props.value}
      data={(vendors.data ?? [])
        .filter(({ id, archived }) => !archived || id === props.value)
        .map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value) => props.onChange(value ?? '')}
    />
  )
}
