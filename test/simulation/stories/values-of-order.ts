import type { MaterialRow, SubmissionValues } from '@fieldledger/forms'
import { poValues, tableField, vendorField } from '../../integration/runtime/order-form.ts'
import type { Plan } from '../world/plan.ts'

export interface OrderValues {
  price?: string
  memo?: string
  materialId?: string
}

/** What is filled in: one line for one vendor, or one for each vendor and another one for the first. */
export function valuesOfOrder({ split }: Plan, values: OrderValues): SubmissionValues {
  const { [vendorField]: vendor, ...filled } = poValues(values)
  if (split === undefined) return { [vendorField]: vendor ?? [], ...filled }
  const [row] = filled[tableField] as [MaterialRow]
  const vendors = [...split.vendors, ...split.vendors.slice(0, 1)]
  const lines = vendors.map((vendorId, place) => ({ ...row, id: `row-${place + 1}`, vendorId }))
  return { ...filled, [tableField]: lines }
}
