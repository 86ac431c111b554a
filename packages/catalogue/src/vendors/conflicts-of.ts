import type { SupplierField } from '@fieldledger/workflow'
import type { LinkConflict, LinkRecord } from '../records/link-record.ts'
import type { VendorFields } from './vendor-fields.ts'

/** Conflicts as they are kept with the pair; one that goes on keeps its date while the ledger's value stays. */
export function conflictsOf(
  fields: readonly SupplierField[],
  { theirs, link, at }: { theirs: VendorFields; link: Pick<LinkRecord, 'conflicts'> | undefined; at: Date },
): LinkConflict[] {
  return fields.map((field) => {
    const value = theirs[field]
    const before = link?.conflicts?.find((conflict) => conflict.field === field && conflict.theirs === value)
    return before ?? { field, since: at, ...(value === undefined ? {} : { theirs: value }) }
  })
}
