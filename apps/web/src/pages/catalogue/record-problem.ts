import { readDecimal } from '@fieldledger/accounting/money'
import {
  AccountInput,
  CostCodeInput,
  CustomerInput,
  MaterialInput,
  ProjectInput,
  unfitText,
  VendorInput,
} from '@fieldledger/contract'
import type { CatalogueList } from './catalogue-list.ts'
import type { RecordField } from './record-fields.ts'

const inputs = {
  vendors: VendorInput,
  materials: MaterialInput,
  customers: CustomerInput,
  projects: ProjectInput,
  'cost-codes': CostCodeInput,
  accounts: AccountInput,
}

/** Why the API would refuse a field, before it is asked: by the very schema that it checks by. */
export function recordProblem(
  list: CatalogueList,
  typed: { field: RecordField; value: string },
): string | undefined {
  const { name, kind } = typed.field
  const text = typed.value.trim()
  if (text === '') return undefined
  const properties: Partial<Record<string, object>> = inputs[list].properties
  return unfitText(properties[name] ?? {}, kind === 'decimal' ? (readDecimal(text) ?? text) : text)
}
