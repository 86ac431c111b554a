import type { FormContent } from '@fieldledger/forms'
import { type FieldMapping, isPerVendor, type MappingTarget, namesVendors } from '@fieldledger/workflow'

interface Chosen {
  form: FormContent
  target: MappingTarget
  fieldId: string | undefined
}

/** The mapping with this field for the target; a vendor out of the lines is always one out of the lines that are sent. */
export function chooseField(mapping: FieldMapping, { form, target, fieldId }: Chosen): FieldMapping {
  const { [target]: _before, ...others } = mapping
  if (fieldId === undefined) return others
  const chosen: FieldMapping = { ...others, [target]: fieldId }
  const table = form.fields.find(({ id }) => id === fieldId)
  if (target === 'vendor' && table?.kind === 'material-table') return { ...chosen, materials: fieldId }
  if (target !== 'materials' || !isPerVendor(mapping)) return chosen
  const { vendor: _gone, ...withoutVendor } = chosen
  return table !== undefined && namesVendors(table) ? { ...chosen, vendor: fieldId } : withoutVendor
}
